package org.sala.ui.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;

/** Browser windows, reached from other threads. */
public final class Windows {

    private Windows() {}

    /** Changes what a window shows; one that is gone by now misses nothing. */
    public static void in(UI ui, Command change) {
        try {
            var _ = ui.access(change);
        } catch (UIDetachedException gone) {
            // closed between the change and now: its watch ends with it
        }
    }
}
