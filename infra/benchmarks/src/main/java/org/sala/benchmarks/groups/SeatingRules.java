package org.sala.benchmarks.groups;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countBi;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.filtering;

import ai.timefold.solver.core.api.score.SimpleScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/** For Timefold: what our own score counts where everybody shares a language and nobody met before, at the same weights. */
public final class SeatingRules implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            factory.forEachUniquePair(Sitting.class, equal(Sitting::getTable), equal(Sitting::organization))
                    .penalize(SimpleScore.of(120))
                    .asConstraint("colleagues apart"),
            factory.forEachUniquePair(Sitting.class, equal(Sitting::getTable))
                    .groupBy((one, other) -> one.person(), (one, other) -> other.person(), countBi())
                    .filter((one, other, times) -> times > 1)
                    .penalize(SimpleScore.of(80), (one, other, times) -> times * (times - 1) / 2)
                    .asConstraint("nobody twice"),
            factory.forEach(Sitting.class)
                    .join(
                            Sitting.class,
                            equal(Sitting::getTable),
                            filtering((one, other) -> one.organization() != other.organization()))
                    .groupBy((one, other) -> one.person(), (one, other) -> other.organization())
                    .reward(SimpleScore.of(2))
                    .asConstraint("new organizations"),
            factory.forEachUniquePair(Sitting.class, equal(Sitting::getTable), equal(Sitting::role))
                    .penalize(SimpleScore.of(1))
                    .asConstraint("roles spread")
        };
    }
}
