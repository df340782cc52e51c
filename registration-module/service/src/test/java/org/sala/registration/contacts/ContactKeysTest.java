package org.sala.registration.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sala.registration.api.Contact;
import org.sala.registration.api.SummitId;

class ContactKeysTest {

    private static final SummitId SUMMIT = new SummitId(new UUID(0, 1));
    private static final SummitId ANOTHER_SUMMIT = new SummitId(new UUID(0, 2));

    private final ContactKeys keys = new ContactKeys(new byte[32]);

    @ParameterizedTest
    @CsvSource({
        "012 345 678, +85512345678",
        "012345678, +85512345678",
        "+855 12 345 678, +85512345678",
        "+855 012 345 678, +85512345678",
        "855 12 345 678, +85512345678",
        "00855 12 345 678, +85512345678",
        "12 345 678, +85512345678",
        "085 512 345, +85585512345",
        "+855 85 512 345, +85585512345",
        "0855 123 456, +855855123456",
        "+66 81 234 5678, +66812345678",
        "0066 81 234 5678, +66812345678",
        "+1 202 555 0100, +12025550100",
    })
    void aNumberHasOneForm(String written, String form) {
        assertThat(ContactKeys.phone(written)).isEqualTo(form);
    }

    @Test
    void anAddressHasOneForm() {
        assertThat(ContactKeys.email("Dara@Example.ORG")).isEqualTo("dara@example.org");
    }

    @Property
    void howANumberIsWrittenMakesNoDifference(
            @ForAll("numbers") String number, @ForAll @IntRange(max = 5) int form, @ForAll("spacings") String spacing) {
        var written = switch (form) {
            case 0 -> "0" + number;
            case 1 -> "+855" + number;
            case 2 -> "+8550" + number;
            case 3 -> "00855" + number;
            case 4 -> "855" + number;
            default -> "+855 0" + number;
        };
        assertThat(ContactKeys.phone(spaced(written, spacing))).isEqualTo("+855" + number);
    }

    @Property
    void differentNumbersStayDifferent(@ForAll("numbers") String one, @ForAll("numbers") String other) {
        assertThat(keysOf("0" + one).equals(keysOf("0" + other))).isEqualTo(one.equals(other));
    }

    /** Behind the 0: a carrier's two digits and six or seven more. */
    @Provide
    Arbitrary<String> numbers() {
        return Combinators.combine(
                        Arbitraries.integers().between(10, 99),
                        Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(7))
                .as((carrier, line) -> carrier + line);
    }

    @Provide
    Arbitrary<String> spacings() {
        return Arbitraries.strings().withChars("01").ofLength(16);
    }

    private static String spaced(String written, String spacing) {
        return written.chars()
                .mapToObj(Character::toString)
                .collect(Collectors.collectingAndThen(Collectors.toList(), characters -> {
                    var text = new StringBuilder();
                    for (var i = 0; i < characters.size(); i++) {
                        text.append(i > 0 && spacing.charAt(i % spacing.length()) == '1' ? " " : "")
                                .append(characters.get(i));
                    }
                    return text.toString();
                }));
    }

    @Test
    void aKeyShowsNothingOfTheContactAndNothingWithoutTheSecret() {
        var others = new ContactKeys("another secret of 32 bytes ......".getBytes(StandardCharsets.US_ASCII));
        assertThat(keysOf("012 345 678").toString()).doesNotContain("345678").doesNotContain("12345");
        assertThat(others.of(SUMMIT, new Contact("012 345 678", null)))
                .doesNotContainAnyElementsOf(keysOf("012 345 678"));
        assertThat(keys.of(ANOTHER_SUMMIT, new Contact("012 345 678", null)))
                .doesNotContainAnyElementsOf(keysOf("012 345 678"));
    }

    @Test
    void everyWayToReachSomebodyHasItsKey() {
        assertThat(keys.of(SUMMIT, new Contact("012 345 678", "dara@example.org")))
                .hasSize(2)
                .containsAll(keysOf("012 345 678"))
                .containsAll(keys.of(SUMMIT, new Contact(null, "DARA@example.org")));
    }

    private SortedSet<ContactKey> keysOf(String phone) {
        return keys.of(SUMMIT, new Contact(phone, null));
    }
}
