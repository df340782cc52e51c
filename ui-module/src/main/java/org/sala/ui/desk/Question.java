package org.sala.ui.desk;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.Locale;
import org.sala.ui.language.Words;

/** Asks before what can't be undone, and names it. */
final class Question {

    private Question() {}

    /**
     * @param key of the title; with {@code .what} of what it leads to, with {@code .do} of the button
     * @param whom it is about; stands above what it leads to
     * @param back where the focus belongs afterwards
     */
    static void ask(String key, String whom, Locale locale, Runnable done, Runnable back) {
        var question = new ConfirmDialog();
        question.setHeader(Words.of(locale, key));
        question.setText(whom + "\n" + Words.of(locale, key + ".what"));
        question.addClassName("desk-question");
        question.setConfirmText(Words.of(locale, key + ".do"));
        question.setCancelable(true);
        question.setCancelText(Words.of(locale, "desk.keep"));
        question.addConfirmListener(confirmed -> {
            done.run();
            back.run();
        });
        question.addCancelListener(kept -> back.run());
        question.open();
    }
}
