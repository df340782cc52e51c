package org.sala.ui.lists;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sala.ui.language.Folded;

/** Finds the organisation that a list means, by its name in either language. */
final class OrganizationNames {

    private static final Pattern PARTS = Pattern.compile("[()\\[\\]/|]|\\s[\u2013\u2014-]\\s");
    private static final Comparator<Organization> BY_ID = Comparator.comparing(Organization::id);

    private final Map<String, Set<Organization>> named = new HashMap<>();
    private final Map<String, Set<Organization>> parts = new HashMap<>();

    OrganizationNames(Collection<Organization> organizations) {
        for (var organization : organizations) {
            for (var name : new String[] {organization.km(), organization.en()}) {
                named.computeIfAbsent(Folded.of(name), key -> new HashSet<>()).add(organization);
                for (var part : PARTS.split(name, -1)) {
                    if (Folded.of(part).length() > 1) {
                        parts.computeIfAbsent(Folded.of(part), key -> new HashSet<>())
                                .add(organization);
                    }
                }
            }
        }
    }

    /** Those that are called that: by the whole name, else by parts such as a short form in brackets. */
    List<Organization> called(String written) {
        var whole = named.get(Folded.of(written));
        if (whole != null) {
            return sorted(whole);
        }
        var found = new HashSet<Organization>(parts.getOrDefault(Folded.of(written), Set.of()));
        if (found.isEmpty()) {
            for (var part : PARTS.split(written, -1)) {
                found.addAll(named.getOrDefault(Folded.of(part), Set.of()));
            }
        }
        return sorted(found);
    }

    /** One whose name is a few letters off. */
    Optional<Organization> nearly(String written) {
        var asked = Folded.of(written);
        var most = asked.length() / 8 + 1;
        return asked.length() < 5
                ? Optional.empty()
                : named.entrySet().stream()
                        .filter(entry -> Likeness.within(asked, entry.getKey(), most))
                        .flatMap(entry -> entry.getValue().stream())
                        .min(BY_ID);
    }

    /** What is written is one name, however it is typed. */
    static String key(String written) {
        return Folded.of(written);
    }

    /** The id of an organisation that is enrolled by its name: the same for the same name, whoever imports it. */
    static UUID id(UUID summit, String written) {
        return UUID.nameUUIDFromBytes((summit + "|organization|" + key(written)).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Organization> sorted(Set<Organization> found) {
        return found.stream().sorted(BY_ID).toList();
    }
}
