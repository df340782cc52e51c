package org.sala.ui.lists;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.ui.language.Words;

/** An organisation that is enrolled for a summit, as registration told it last. */
record Organization(
        UUID id,
        String km,
        String en,
        OrganizationKind kind,
        OrganizationSize size,
        Optional<String> province,
        Cohort cohort,
        Language language,
        List<String> sectors) {

    Organization {
        sectors = List.copyOf(sectors);
    }

    String name(Locale locale) {
        return Words.isKhmer(locale) ? km : en;
    }
}
