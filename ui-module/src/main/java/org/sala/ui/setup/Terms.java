package org.sala.ui.setup;

import org.sala.ui.shell.Summit;

/** What whoever registers agrees to. */
public record Terms(String version, Summit.Text text) {}
