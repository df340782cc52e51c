package org.sala.marketplace.matching;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** How much of a solution is proved. {@code bound} is what no solution can surpass, in the order of {@link Counts}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(Proof.Optimal.class),
    @JsonSubTypes.Type(Proof.CountsOptimal.class),
    @JsonSubTypes.Type(Proof.Open.class)
})
public sealed interface Proof {
    Counts bound();

    /** Nothing serves more, and of what serves as many nothing serves needs that were drawn earlier. */
    @JsonTypeName("optimal")
    record Optimal(Counts bound) implements Proof {}

    /** Nothing serves more; time was over before the lots were all heard. */
    @JsonTypeName("counts-optimal")
    record CountsOptimal(Counts bound) implements Proof {}

    /** Time was over, or somebody ended it: the gap is between what is served and the bound. */
    @JsonTypeName("open")
    record Open(Counts bound) implements Proof {}
}
