package org.sala.ui.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sala.feedback.api.FeedbackQueries;
import org.sala.feedback.api.NoteId;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationQueries;
import org.sala.ui.audit.Timeline;
import org.sala.ui.people.PersonFile.Held;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collects everything that is held on one person, wherever it is held, for whoever may have it: what registration recorded and
 * what the person signed, in clear, asked with the token of whoever asks; and what every context's history says of the
 * person's id. Keeps nothing of it.
 */
@Component
public class HeldOnPerson {

    private static final String NOTE = "feedback.note-posted";
    private static final String REGISTRATION = "registration";

    private final RegistrationQueries registration;
    private final FeedbackQueries feedback;
    private final Timeline timeline;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    HeldOnPerson(RegistrationQueries registration, FeedbackQueries feedback, Timeline timeline, Clock clock) {
        this.registration = registration;
        this.feedback = feedback;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Everything, as it is now.
     *
     * @param disclosure as registration has noted it
     * @param accessToken of whoever asks, staff or the person, which registration and feedback judge
     * @throws org.sala.registration.api.RegistrationRejected where it isn't noted, or not theirs to ask
     */
    public PersonFile collect(ParticipantId person, DisclosureId disclosure, String accessToken) {
        var recorded = registration.disclosed(person, disclosure, accessToken).stream()
                .map(each -> new Held(REGISTRATION, each.type(), each.at(), json.readTree(each.content())))
                .toList();
        var elsewhere = timeline.mentionsOf(person.value()).stream()
                .filter(mention -> !mention.context().equals(REGISTRATION))
                .toList();
        var notes = elsewhere.stream()
                .filter(mention -> mention.type().equals(NOTE))
                .map(mention -> UUID.fromString(mention.content().path("note").asString()))
                .map(NoteId::new)
                .toList();
        return new PersonFile(
                person.value(),
                disclosure.value(),
                clock.instant(),
                recorded,
                words(notes, accessToken),
                elsewhere.stream()
                        .map(mention -> new Held(mention.context(), mention.type(), mention.time(), mention.content()))
                        .toList());
    }

    private List<PersonFile.Said> words(List<NoteId> notes, String accessToken) {
        var words = new ArrayList<PersonFile.Said>();
        for (var from = 0; from < notes.size(); from += FeedbackQueries.WORDS_AT_MOST) {
            var some = notes.subList(from, Math.min(notes.size(), from + FeedbackQueries.WORDS_AT_MOST));
            feedback.words(some, accessToken)
                    .forEach(note -> words.add(new PersonFile.Said(
                            note.note().value(), json.valueToTree(note.text()), json.valueToTree(note.theme()))));
        }
        return words;
    }
}
