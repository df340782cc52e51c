package org.sala.ui.commands;

import java.util.List;
import org.sala.feedback.api.FeedbackQueries;
import org.sala.feedback.api.NoteId;
import org.sala.feedback.api.SummitId;
import org.sala.ports.CommandClient;
import tools.jackson.core.type.TypeReference;

/** Feedback's queries over HTTP. */
final class FeedbackOverHttp implements FeedbackQueries {

    private final CommandClient client;

    FeedbackOverHttp(CommandClient client) {
        this.client = client;
    }

    @Override
    public List<BoardCount> boards(SummitId summit, String accessToken) {
        return client.ask("/summits/" + summit + "/boards", new TypeReference<>() {}, accessToken);
    }

    @Override
    public List<NoteWords> words(List<NoteId> notes, String accessToken) {
        return client.ask("/notes/words", notes, new TypeReference<>() {}, accessToken);
    }
}
