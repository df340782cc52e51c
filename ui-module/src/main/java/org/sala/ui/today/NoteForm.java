package org.sala.ui.today;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.FeedbackCommand.PostNote;
import org.sala.feedback.api.FeedbackPort;
import org.sala.feedback.api.FreeText;
import org.sala.feedback.api.Language;
import org.sala.feedback.api.Note;
import org.sala.feedback.api.NoteId;
import org.sala.feedback.api.NoteSource;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Words;

/** Writes down what somebody said, on an open board, without who it was. */
class NoteForm extends Details {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Asking asking;
    private final transient FeedbackPort feedback;
    private final Select<Snapshot.Board> board = new Select<>();
    private final Select<NoteSource> source = new Select<>();
    private final TextArea words = new TextArea();
    private final Button post = new Button();
    private final Span answer = new Span();
    private transient List<Snapshot.Board> shown = List.of();
    private Locale locale = Locale.ROOT;
    /** Kept until the note is posted: asked again after no answer, it is the same note. */
    private transient @Nullable NoteId id;

    NoteForm(Asking asking, FeedbackPort feedback) {
        this.asking = asking;
        this.feedback = feedback;
        setId("note-form");
        words.setMaxLength(1000);
        words.setMinRows(2);
        words.setMaxRows(6);
        words.setWidthFull();
        words.setValueChangeMode(ValueChangeMode.LAZY);
        board.setWidthFull();
        source.setItems(NoteSource.values());
        source.setValue(NoteSource.SPOKEN);
        source.setWidthFull();
        post.addThemeVariants(ButtonVariant.PRIMARY);
        post.setDisableOnClick(true);
        post.addClickListener(click -> post());
        answer.getElement().setAttribute("role", "status");
        var foot = new Div(post, answer);
        foot.addClassName("form-foot");
        var form = new Div(board, source, words, foot);
        form.addClassName("note-form");
        add(form);
    }

    void words(Locale reader) {
        locale = reader;
        setSummaryText(Words.of(reader, "today.note.write"));
        board.setLabel(Words.of(reader, "today.note.board"));
        source.setLabel(Words.of(reader, "today.note.source"));
        words.setLabel(Words.of(reader, "today.note.words"));
        words.setHelperText(Words.of(reader, "today.note.anonymous"));
        post.setText(Words.of(reader, "today.note.post"));
        board.setItemLabelGenerator(each -> each.prompt().in(reader));
        source.setItemLabelGenerator(each -> Words.of(reader, "today.source." + each.name()));
    }

    /** Offers these boards, and leaves a choice and what was typed as they are. */
    void boards(List<Snapshot.Board> open, Locale reader) {
        if (!reader.equals(locale)) {
            words(reader);
        }
        setVisible(!open.isEmpty());
        if (sameBoards(open)) {
            return;
        }
        var chosen = board.getValue();
        shown = open;
        board.setItems(open);
        open.stream()
                .filter(each -> chosen != null && each.id().equals(chosen.id()))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .ifPresent(board::setValue);
    }

    private boolean sameBoards(List<Snapshot.Board> open) {
        return shown.stream()
                .map(Snapshot.Board::id)
                .toList()
                .equals(open.stream().map(Snapshot.Board::id).toList());
    }

    private void post() {
        try {
            var text = words.getValue().strip();
            var on = board.getValue();
            words.setInvalid(text.isEmpty());
            words.setErrorMessage(Words.of(locale, "today.note.missing"));
            if (text.isEmpty() || on == null) {
                words.focus();
                return;
            }
            if (id == null) {
                id = new NoteId(UUID.randomUUID());
            }
            tell(text, new BoardId(on.id()), id);
        } finally {
            post.setEnabled(true);
        }
    }

    private void tell(String text, BoardId on, NoteId note) {
        var refusal = asking.ask(
                token -> feedback.send(
                        new PostNote(
                                note,
                                on,
                                new Note(
                                        new FreeText(text),
                                        languageOf(text),
                                        source.getValue(),
                                        null,
                                        null,
                                        null,
                                        null)),
                        token),
                locale);
        answer.setText(refusal.orElseGet(() -> Words.of(locale, "today.note.posted")));
        answer.setClassName("person-needed", refusal.isPresent());
        if (refusal.isEmpty()) {
            id = null;
            words.clear();
            words.focus();
        }
    }

    /** Khmer where there is a Khmer letter. */
    private static Language languageOf(String text) {
        return text.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.KHMER)
                ? Language.KM
                : Language.EN;
    }
}
