package org.sala.marketplace;

class BookInMemoryTest implements OfferBookContract, NeedBookContract, TradeBookContract {

    private final BookInMemory book = new BookInMemory();

    @Override
    public OfferBook book() {
        return book;
    }

    @Override
    public OfferBook offers() {
        return book;
    }

    @Override
    public NeedBook needs() {
        return book.needs();
    }

    @Override
    public TradeBook trades() {
        return book.trades();
    }
}
