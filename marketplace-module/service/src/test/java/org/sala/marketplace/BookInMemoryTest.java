package org.sala.marketplace;

class BookInMemoryTest implements OfferBookContract {

    private final BookInMemory book = new BookInMemory();

    @Override
    public OfferBook book() {
        return book;
    }
}
