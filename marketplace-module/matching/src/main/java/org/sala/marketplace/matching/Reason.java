package org.sala.marketplace.matching;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** Why a need is not served, as data: whoever shows it has the words, in Khmer and English. Lists are in order of ids. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reason")
@JsonSubTypes({
    @JsonSubTypes.Type(Reason.NobodyOffers.class),
    @JsonSubTypes.Type(Reason.GiversNeedNothing.class),
    @JsonSubTypes.Type(Reason.OutOfReach.class),
    @JsonSubTypes.Type(Reason.LostTo.class),
    @JsonSubTypes.Type(Reason.Outweighed.class),
    @JsonSubTypes.Type(Reason.Undecided.class)
})
public sealed interface Reason {
    /** No other organisation has an open offer of that category. */
    @JsonTypeName("nobody-offers")
    record NobodyOffers() implements Reason {}

    /** Only these offer it; none of it is a gift, and none of them needs anything that another organisation offers. */
    @JsonTypeName("givers-need-nothing")
    record GiversNeedNothing(List<OrganizationId> givers) implements Reason {}

    /** These offer it, but no ring of up to four and no chain of up to five leads through one of them to the need. */
    @JsonTypeName("out-of-reach")
    record OutOfReach(List<OrganizationId> givers) implements Reason {}

    /** Every unit that could serve it serves one of these needs. */
    @JsonTypeName("lost-to")
    record LostTo(List<Taken> taken) implements Reason {}

    /** The units of an offer, and the needs that they serve. */
    record Taken(OfferId offer, List<NeedId> by) {}

    /**
     * Units are left that could serve it, but serving it would take away elsewhere.
     *
     * @param most what would be served at the most if it were; where that is as much as is served, needs that were drawn
     *     earlier, or the lengths of rings and chains, stand against it
     */
    @JsonTypeName("outweighed")
    record Outweighed(Counts most) implements Reason {}

    /** The search ended before it was decided. */
    @JsonTypeName("undecided")
    record Undecided() implements Reason {}
}
