package org.sala.ui.lists;

import java.util.Optional;
import org.sala.registration.api.OrganizationSize;
import org.sala.sheets.Texts;

/** Size classes, by their names or by how many people work there. */
final class Sizes {

    private static final int SMALL = 10;
    private static final int MEDIUM = 50;

    private Sizes() {}

    static Optional<OrganizationSize> read(String written) {
        var plain = Texts.withLatinDigits(written).strip();
        if (plain.matches("[0-9]{1,6}")) {
            var people = Integer.parseInt(plain);
            return Optional.of(
                    people <= SMALL
                            ? OrganizationSize.SMALL
                            : people <= MEDIUM ? OrganizationSize.MEDIUM : OrganizationSize.LARGE);
        }
        return plain.isEmpty() ? Optional.empty() : Vocabulary.meaning(OrganizationSize.class, written);
    }
}
