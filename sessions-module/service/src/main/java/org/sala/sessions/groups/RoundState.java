package org.sala.sessions.groups;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionsEvent.GroupSummaryErased;
import org.sala.sessions.api.SessionsEvent.GroupSummarySubmitted;
import org.sala.sessions.api.SessionsEvent.RoundEvent;
import org.sala.sessions.api.SessionsEvent.SmallGroupsFormed;
import org.sala.sessions.api.SessionsEvent.SmallGroupsRevised;
import org.sala.sessions.api.SmallGroup;
import org.sala.sessions.api.SummaryId;

/**
 * What was told of a round.
 *
 * @param formed the groups that it began with; empty where there are none yet
 * @param groups who sits where now, by table
 * @param summaries what tables told
 * @param erased summaries of which nothing is known any more
 */
record RoundState(
        List<SmallGroup> formed,
        List<SmallGroup> groups,
        Map<SummaryId, GroupSummarySubmitted> summaries,
        Set<SummaryId> erased) {

    static final RoundState EMPTY = new RoundState(List.of(), List.of(), Map.of(), Set.of());

    RoundState {
        formed = List.copyOf(formed);
        groups = List.copyOf(groups);
        summaries = Map.copyOf(summaries);
        erased = Set.copyOf(erased);
    }

    RoundState evolve(RoundEvent event) {
        return switch (event) {
            case SmallGroupsFormed told -> new RoundState(told.groups(), told.groups(), summaries, erased);
            case SmallGroupsRevised told -> new RoundState(formed, told.groups(), summaries, erased);
            case GroupSummarySubmitted told -> {
                var all = new HashMap<>(summaries);
                all.put(told.summary(), told);
                yield new RoundState(formed, groups, all, erased);
            }
            case GroupSummaryErased told -> {
                var all = new HashSet<>(erased);
                all.add(told.summary());
                yield new RoundState(formed, groups, summaries, all);
            }
        };
    }

    /** At which table everybody sits. */
    static Map<ParticipantId, Integer> tables(List<SmallGroup> groups) {
        var tables = new HashMap<ParticipantId, Integer>();
        groups.forEach(group -> group.people().forEach(person -> tables.put(person, group.table())));
        return tables;
    }
}
