package org.sala.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a part of the document is, for readers by ear: a node of its structure, in reading order. */
final class Tag {

    /** Names of PDF's standard structure types. */
    enum Kind {
        DOCUMENT("Document"),
        HEADING("H1"),
        PARAGRAPH("P"),
        FIGURE("Figure"),
        TABLE("Table"),
        ROW("TR"),
        HEADER_CELL("TH"),
        CELL("TD");

        final String pdfName;

        Kind(String pdfName) {
            this.pdfName = pdfName;
        }
    }

    /** A marked part of a page's content. */
    record Content(int page, int number) {}

    final Kind kind;
    final @Nullable String alternative;
    final List<Tag> parts = new ArrayList<>();

    @Nullable
    Content content;

    Tag(Kind kind, @Nullable String alternative) {
        this.kind = kind;
        this.alternative = alternative;
    }

    Tag add(Kind kind) {
        return add(kind, null);
    }

    /** @param alternative what a picture says */
    Tag add(Kind kind, @Nullable String alternative) {
        var part = new Tag(kind, alternative);
        parts.add(part);
        return part;
    }
}
