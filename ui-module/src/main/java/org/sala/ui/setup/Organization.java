package org.sala.ui.setup;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.ui.shell.Summit;

/**
 * An organisation that is enrolled for a summit.
 *
 * @param province ISO 3166-2:KH; null where it works from abroad
 * @param sectors what it works on, in its own words
 */
public record Organization(
        UUID id,
        Summit.Text name,
        OrganizationKind kind,
        OrganizationSize size,
        @Nullable String province,
        Cohort cohort,
        Language language,
        List<String> sectors) {

    public Organization {
        sectors = List.copyOf(sectors);
    }
}
