package org.sala.marketplace;

/** The same races, with two instances of the marketplace on one database: what holds between threads holds between processes. */
class DoubledTradeRaceTest extends TradeRaceTest {

    @Override
    int instances() {
        return 2;
    }
}
