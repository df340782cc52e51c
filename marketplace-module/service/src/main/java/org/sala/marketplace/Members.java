package org.sala.marketplace;

import java.util.Optional;
import java.util.UUID;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;

/** For which organisation a participant may act, as far as registration's facts have been taken in. */
interface Members {

    /** Where the participant belongs; empty where they belong to none, don't come, or are not known. */
    Optional<Membership> of(UUID participant);

    /** An organisation at a summit. */
    record Membership(SummitId summit, OrganizationId organization) {}
}
