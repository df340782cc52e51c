package org.sala.registration.duplicates;

import java.util.List;
import java.util.Random;

/** Names of nobody, as often alike as those of Cambodians are: few family names, and given names of few syllables. */
final class Names {

    private static final List<String> FAMILIES = List.of(
            "Sok", "Chan", "Kim", "Heng", "Chea", "Meas", "Sam", "Keo", "Lim", "Ly", "Ros", "Pich", "Nuon", "Mao",
            "Prak", "Yim", "Vong", "Tep", "Oum", "Long", "Sao", "Khiev", "Chhim", "Hun", "Ouk", "Phan", "Seng", "Srun",
            "Touch", "Uch");
    private static final List<String> FIRST = List.of(
            "So", "Sok", "Srey", "Chan", "Da", "Vi", "Bo", "Ra", "Thi", "Pha", "Ma", "Ny", "Kun", "Le", "Ro", "Sam",
            "Vann", "Pi", "Sre", "Cham");
    private static final List<String> SECOND = List.of(
            "pheap", "kha", "mom", "thy", "ra", "chea", "pha", "da", "lina", "ny", "roth", "neath", "thea", "leak",
            "na", "vy", "sey", "reth", "ren", "nary", "phal", "lida", "tha", "bora", "net");

    private Names() {}

    static String any(Random random) {
        // the square makes the first of them the most frequent, as in life
        var family = FAMILIES.get((int) (FAMILIES.size() * random.nextDouble() * random.nextDouble()));
        return family + " " + FIRST.get(random.nextInt(FIRST.size())) + SECOND.get(random.nextInt(SECOND.size()))
                + (random.nextInt(3) == 0 ? SECOND.get(random.nextInt(SECOND.size())) : "");
    }
}
