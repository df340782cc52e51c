package org.sala.marketplace.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TradeShapeTest {

    private static final Leg THERE = Samples.RING.getFirst();
    private static final Leg ON = Samples.RING.get(1);
    private static final Leg BACK = new Leg(Samples.WRITERS, Samples.DRIVERS, Samples.offer(2), 1);

    @Test
    void theNumberOfLegsAndWhereTheyEndIsTheShape() {
        assertThat(TradeShape.of(List.of(THERE))).isEqualTo(TradeShape.GIFT);
        assertThat(TradeShape.of(List.of(THERE, BACK))).isEqualTo(TradeShape.SWAP);
        assertThat(TradeShape.of(Samples.RING)).isEqualTo(TradeShape.RING);
        assertThat(TradeShape.of(List.of(THERE, ON))).isEqualTo(TradeShape.CHAIN);
    }
}
