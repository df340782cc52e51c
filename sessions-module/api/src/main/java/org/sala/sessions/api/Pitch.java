package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a team tells its supporters, by the two prompts of Social Lab TV; at least one part is there.
 *
 * @param idea what it is
 * @param whyCare why anybody should care
 * @param howItDiffers from what there is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pitch(
        @Nullable FreeText idea,
        @Nullable FreeText whyCare,
        @Nullable FreeText howItDiffers) {}
