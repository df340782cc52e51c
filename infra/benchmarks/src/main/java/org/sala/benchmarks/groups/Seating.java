package org.sala.benchmarks.groups;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.SimpleScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For Timefold: everybody in every round. */
@PlanningSolution
public class Seating {
    @PlanningEntityCollectionProperty
    private List<Sitting> sittings = List.of();

    @PlanningScore
    private @Nullable SimpleScore score;

    /** As Timefold copies it. */
    Seating() {}

    Seating(List<Sitting> sittings) {
        this.sittings = sittings;
    }

    public List<Sitting> getSittings() {
        return sittings;
    }

    public @Nullable SimpleScore getScore() {
        return score;
    }

    public void setScore(@Nullable SimpleScore score) {
        this.score = score;
    }
}
