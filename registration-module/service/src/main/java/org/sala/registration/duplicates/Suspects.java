package org.sala.registration.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.RegistrationQueries.Pair;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.registration.duplicates.Verdicts.Couple;

/**
 * Finds registrations that may be of one person by their names, likeliest first. Only people who have something in common
 * are compared: {@link Words#keys}.
 */
public final class Suspects {

    /** How alike names have to be, of people of different organisations, or of none. */
    private static final double ALIKE = 0.84;

    /** The same of colleagues: two people of one name seldom work in one place. */
    private static final double ALIKE_FOR_COLLEAGUES = 0.7;

    /** By how much colleagues come first. */
    private static final double FOR_COLLEAGUES = 0.1;

    /** In a group that is larger, everybody is compared with that many who come next in the order of names. */
    private static final int NEIGHBOURS = 200;

    /** How far the script in which two names are less alike counts. */
    private static final double OTHER_SCRIPT = 0.4;

    private Suspects() {}

    private record Named(int number, Line line, Words km, Words latin) {

        static Named of(int number, Line line) {
            return new Named(
                    number,
                    line,
                    Words.of(line.name().km()),
                    Words.of(line.name().latin()));
        }

        String order() {
            return latin.all().isEmpty() ? km.joined() : latin.joined();
        }
    }

    private record Suspicion(Pair pair, double weight) {

        private static final Comparator<Suspicion> LIKELIEST_FIRST = Comparator.comparingDouble(Suspicion::weight)
                .reversed()
                .thenComparing(suspicion -> suspicion.pair().one().participant().value())
                .thenComparing(
                        suspicion -> suspicion.pair().other().participant().value());
    }

    /**
     * Those among people of one summit.
     *
     * @param dismissed of whom it was said that they are two people
     * @param most how many at the most
     */
    public static List<Pair> among(Collection<Line> people, Set<Couple> dismissed, int most) {
        var named = new ArrayList<Named>();
        people.forEach(line -> named.add(Named.of(named.size(), line)));
        var compared = new HashSet<Long>();
        var suspicions = new ArrayList<Suspicion>();
        for (var group : groups(named)) {
            for (var i = 0; i < group.size(); i++) {
                var until = group.size() > NEIGHBOURS ? Math.min(group.size(), i + 1 + NEIGHBOURS) : group.size();
                for (var j = i + 1; j < until; j++) {
                    if (compared.add(key(group.get(i), group.get(j)))) {
                        suspicion(group.get(i), group.get(j))
                                .filter(found -> !dismissed.contains(new Couple(
                                        found.pair().one().participant(),
                                        found.pair().other().participant())))
                                .ifPresent(suspicions::add);
                    }
                }
            }
        }
        return suspicions.stream()
                .sorted(Suspicion.LIKELIEST_FIRST)
                .limit(most)
                .map(Suspicion::pair)
                .toList();
    }

    private static Collection<List<Named>> groups(List<Named> named) {
        var groups = new HashMap<String, List<Named>>();
        for (var one : named) {
            for (var words : List.of(one.km(), one.latin())) {
                words.keys()
                        .forEach(key -> groups.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(one));
            }
        }
        groups.values().removeIf(group -> group.size() < 2);
        groups.values().stream()
                .filter(group -> group.size() > NEIGHBOURS)
                .forEach(group -> group.sort(Comparator.comparing(Named::order).thenComparingInt(Named::number)));
        return groups.values();
    }

    private static long key(Named one, Named other) {
        return ((long) Math.min(one.number(), other.number()) << Integer.SIZE) | Math.max(one.number(), other.number());
    }

    private static Optional<Suspicion> suspicion(Named one, Named other) {
        if (one.line().status() == Status.CANCELLED && other.line().status() == Status.CANCELLED) {
            return Optional.empty();
        }
        var organization = one.line().organization();
        var colleagues =
                organization != null && organization.equals(other.line().organization());
        var likeness = likeness(one, other);
        return likeness.isPresent() && likeness.getAsDouble() >= (colleagues ? ALIKE_FOR_COLLEAGUES : ALIKE)
                ? Optional.of(new Suspicion(
                        one.number() < other.number()
                                ? new Pair(one.line(), other.line(), likeness.getAsDouble())
                                : new Pair(other.line(), one.line(), likeness.getAsDouble()),
                        likeness.getAsDouble() + (colleagues ? FOR_COLLEAGUES : 0)))
                : Optional.empty();
    }

    /** Empty where one is known in Khmer only, and the other in Latin letters only. */
    private static OptionalDouble likeness(Named one, Named other) {
        var inKhmer = in(one.km(), other.km());
        var inLatin = in(one.latin(), other.latin());
        if (inKhmer.isEmpty() || inLatin.isEmpty()) {
            return inKhmer.isPresent() ? inKhmer : inLatin;
        }
        var more = Math.max(inKhmer.getAsDouble(), inLatin.getAsDouble());
        var less = Math.min(inKhmer.getAsDouble(), inLatin.getAsDouble());
        return OptionalDouble.of((1 - OTHER_SCRIPT) * more + OTHER_SCRIPT * less);
    }

    private static OptionalDouble in(Words one, Words other) {
        return one.all().isEmpty() || other.all().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Likeness.of(one, other));
    }
}
