package org.sala.sessions.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {
    @Test
    void nobodyMeetsTwiceInAnySkeleton() {
        for (int tables = 1; tables <= 16; tables++) {
            for (int size = 2; size <= 9; size++) {
                for (Skeleton skeleton : Skeleton.of(tables, size, 12)) {
                    assertThat(skeleton.rounds()).isBetween(1, 12);
                    holds(skeleton);
                }
            }
        }
    }

    /** Of the most rounds that counting allows: everybody meets all others, or as many as tables divide into. */
    @ParameterizedTest
    @CsvSource({
        "2, 2, 3",
        "3, 3, 4",
        "4, 4, 5",
        "5, 5, 6",
        "7, 7, 8",
        "8, 8, 9",
        "9, 9, 10",
        "9, 3, 13",
        "16, 4, 21",
        "4, 2, 7",
        "5, 2, 9",
        "8, 4, 10",
        "6, 2, 11"
    })
    void whatIsKnownToBePerfectIsConstructed(int tables, int size, int rounds) {
        assertThat(Skeleton.of(tables, size, 50)).anySatisfy(skeleton -> {
            assertThat(skeleton.rounds()).isEqualTo(rounds);
            holds(skeleton);
        });
        assertThat(rounds).isEqualTo((tables * size - 1) / (size - 1));
    }

    @ParameterizedTest
    @CsvSource({"20, 6, 5", "10, 5, 5", "12, 5, 6", "24, 5, 8", "15, 8, 5", "6, 4, 3", "14, 6, 5"})
    void tablesWhoseNumberIsNoPrimePowerHaveRoundsToo(int tables, int size, int rounds) {
        assertThat(Skeleton.of(tables, size, rounds))
                .anySatisfy(skeleton -> assertThat(skeleton.rounds()).isEqualTo(rounds));
    }

    private static void holds(Skeleton skeleton) {
        Set<List<Integer>> met = new HashSet<>();
        for (int round = 0; round < skeleton.rounds(); round++) {
            int[] count = new int[skeleton.tables()];
            for (int one = 0; one < skeleton.places(); one++) {
                count[skeleton.table(round, one)]++;
                for (int other = 0; other < one; other++) {
                    if (skeleton.table(round, one) == skeleton.table(round, other)) {
                        assertThat(met.add(List.of(one, other))).isTrue();
                    }
                }
            }
            assertThat(count).containsOnly(skeleton.size());
        }
    }
}
