package org.sala.sessions.stage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.InterviewId;
import org.sala.sessions.api.OrganizationId;
import org.sala.sessions.api.PitchFeedbackId;
import org.sala.sessions.api.QuestionId;
import org.sala.sessions.api.SessionsEvent.EmptyChairTaken;
import org.sala.sessions.api.SessionsEvent.InterviewEnded;
import org.sala.sessions.api.SessionsEvent.InterviewStarted;
import org.sala.sessions.api.SessionsEvent.NomineeReplaced;
import org.sala.sessions.api.SessionsEvent.PitchDelivered;
import org.sala.sessions.api.SessionsEvent.PitchErased;
import org.sala.sessions.api.SessionsEvent.PitchFeedbackGiven;
import org.sala.sessions.api.SessionsEvent.PitchTeamEntered;
import org.sala.sessions.api.SessionsEvent.PitchTeamWithdrawn;
import org.sala.sessions.api.SessionsEvent.QuestionAsked;
import org.sala.sessions.api.SessionsEvent.RunningOrderArranged;
import org.sala.sessions.api.SessionsEvent.StageEvent;
import org.sala.sessions.api.TeamId;

/**
 * What was told of a stage.
 *
 * @param entered how each team entered, also those that are gone: by it a repeated command is told
 * @param teams those that pitch, as they are now
 * @param order of these, as they come on air
 * @param interviews in the order in which they began
 */
record StageState(
        Map<TeamId, PitchTeamEntered> entered,
        Map<TeamId, PitchTeamEntered> teams,
        List<TeamId> order,
        Map<InterviewId, Interview> interviews,
        Map<QuestionId, QuestionAsked> questions,
        Map<PitchFeedbackId, PitchFeedbackGiven> feedback) {

    static final StageState EMPTY = new StageState(Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of());

    StageState {
        order = List.copyOf(order);
    }

    /** The team that an organisation's people are of. */
    Optional<PitchTeamEntered> teamOf(@Nullable OrganizationId organization) {
        return teams.values().stream()
                .filter(team -> organization != null && team.organizations().contains(organization))
                .findFirst();
    }

    boolean wasInterviewed(TeamId team) {
        return interviews.values().stream()
                .anyMatch(interview -> interview.team().equals(team));
    }

    StageState evolve(StageEvent event) {
        return switch (event) {
            case PitchTeamEntered team -> {
                var all = new ArrayList<>(order);
                all.add(team.team());
                yield new StageState(
                        with(entered, team.team(), team),
                        with(teams, team.team(), team),
                        all,
                        interviews,
                        questions,
                        feedback);
            }
            case NomineeReplaced replaced -> withTeam(replaced.team(), team -> named(team, replaced));
            case PitchTeamWithdrawn withdrawn -> without(withdrawn.team());
            case RunningOrderArranged arranged ->
                new StageState(entered, teams, arranged.order(), interviews, questions, feedback);
            case InterviewStarted began ->
                withInterview(Interview.begun(began.interview(), began.team(), began.nominee(), began.occurredAt()));
            case EmptyChairTaken taken ->
                with(taken.interview(), interview -> interview.withOnChair(taken.participant()));
            case PitchDelivered told -> with(told.interview(), interview -> interview.pitched(told.pitch()));
            case PitchErased erased -> with(erased.interview(), Interview::withPitchErased);
            case InterviewEnded ended -> with(ended.interview(), interview -> interview.ended(ended.occurredAt()));
            case QuestionAsked asked ->
                new StageState(entered, teams, order, interviews, with(questions, asked.question(), asked), feedback);
            case PitchFeedbackGiven given ->
                new StageState(entered, teams, order, interviews, questions, with(feedback, given.feedback(), given));
        };
    }

    private static PitchTeamEntered named(PitchTeamEntered team, NomineeReplaced replaced) {
        return new PitchTeamEntered(
                team.session(), team.summit(), team.team(), team.title(), team.organizations(), replaced.nominee());
    }

    private StageState withTeam(TeamId id, UnaryOperator<PitchTeamEntered> change) {
        var team = teams.get(id);
        return team == null
                ? this
                : new StageState(entered, with(teams, id, change.apply(team)), order, interviews, questions, feedback);
    }

    private StageState without(TeamId id) {
        var rest = new LinkedHashMap<>(teams);
        rest.remove(id);
        return new StageState(
                entered,
                rest,
                order.stream().filter(team -> !team.equals(id)).toList(),
                interviews,
                questions,
                feedback);
    }

    private StageState withInterview(Interview interview) {
        return new StageState(entered, teams, order, with(interviews, interview.id(), interview), questions, feedback);
    }

    private StageState with(InterviewId id, UnaryOperator<Interview> change) {
        var interview = interviews.get(id);
        return interview == null ? this : withInterview(change.apply(interview));
    }

    private static <K, V> Map<K, V> with(Map<K, V> all, K key, V value) {
        var more = new LinkedHashMap<>(all);
        more.put(key, value);
        return Collections.unmodifiableMap(more);
    }
}
