package org.sala.marketplace.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TradeShapeTest {

    private static final Leg LEG = Samples.RING.getFirst();

    @Test
    void theNumberOfLegsIsTheShape() {
        assertThat(TradeShape.of(List.of(LEG))).isEqualTo(TradeShape.GIFT);
        assertThat(TradeShape.of(List.of(LEG, LEG))).isEqualTo(TradeShape.SWAP);
        assertThat(TradeShape.of(Samples.RING)).isEqualTo(TradeShape.RING);
        assertThat(TradeShape.of(List.of(LEG, LEG, LEG, LEG))).isEqualTo(TradeShape.RING);
    }
}
