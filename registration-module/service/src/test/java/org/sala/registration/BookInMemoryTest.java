package org.sala.registration;

class BookInMemoryTest implements RegistrationBookContract {

    private final BookInMemory book = new BookInMemory();

    @Override
    public RegistrationBook book() {
        return book;
    }
}
