package org.sala.sessions.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnlookerTest {
    private static final Gathering SUMMIT = Gatherings.of(60, 4, 12, 5, 4);
    private static final Limits LONG = new Limits(100_000, Duration.ofHours(1));

    @Test
    void whoLooksOnSeesPlansBecomeBetterUpToTheOneThatIsGiven() {
        List<Progress> seen = new ArrayList<>();
        Plan plan = Planning.plan(SUMMIT, 1, LONG, new Onlooker() {
            @Override
            public void progressed(Progress progress) {
                seen.add(progress);
            }
        });
        assertThat(seen).extracting(Progress::best).isSortedAccordingTo(Score.BEST_FIRST.reversed());
        assertThat(seen).extracting(Progress::steps).isSorted();
        assertThat(seen).hasSizeGreaterThan(2);
        assertThat(seen.getLast().best()).isEqualTo(plan.score());
        assertThat(seen.getLast().bound()).isEqualTo(plan.bound());
        assertThat(plan.ended()).isEqualTo(Ended.STEPS);
    }

    @Test
    void whoHasSeenEnoughIsGivenTheBestSoFar() {
        Score[] best = new Score[1];
        Plan plan = Planning.plan(SUMMIT, 1, LONG, new Onlooker() {
            private int asked;

            @Override
            public void progressed(Progress progress) {
                best[0] = progress.best();
            }

            @Override
            public boolean hasSeenEnough() {
                return ++asked > 50;
            }
        });
        assertThat(plan.ended()).isEqualTo(Ended.STOPPED);
        assertThat(plan.score()).isEqualTo(best[0]);
        assertThat(new Checker(SUMMIT).faults(plan)).isEmpty();
    }

    @Test
    void anInterruptEndsTheSearchAndIsKept() {
        Thread.currentThread().interrupt();
        Plan plan = Planning.plan(SUMMIT, 1, LONG, Onlooker.NONE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(plan.ended()).isEqualTo(Ended.STOPPED);
        assertThat(new Checker(SUMMIT).faults(plan)).isEmpty();
    }

    @Test
    void timeEndsTheSearchToo() {
        Plan plan = Planning.plan(SUMMIT, 1, new Limits(Long.MAX_VALUE, Duration.ofNanos(1)), Onlooker.NONE);
        assertThat(plan.ended()).isEqualTo(Ended.TIME);
        assertThat(new Checker(SUMMIT).faults(plan)).isEmpty();
    }

    @Test
    void limitsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> new Limits(-1, Duration.ofSeconds(1))).isInstanceOf(PlanRefused.class);
        assertThatThrownBy(() -> new Limits(1, Duration.ZERO)).isInstanceOf(PlanRefused.class);
    }
}
