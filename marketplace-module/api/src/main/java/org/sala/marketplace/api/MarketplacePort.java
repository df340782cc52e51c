package org.sala.marketplace.api;

/** The way in: asks a command of the marketplace, in the same process or over HTTP alike. */
public interface MarketplacePort {

    /**
     * Decides the command. Returns when what it led to is stored; asking the same again changes nothing. An acceptance
     * returns also where the trade lapsed by it: {@link MarketplaceEvent.TradeAgreed} or {@link
     * MarketplaceEvent.TradeLapsed} says which.
     *
     * @param accessToken the signed token of whoever asks; verified here, whoever calls
     * @throws MarketplaceRejected when it is refused; nothing has changed then
     */
    void send(MarketplaceCommand command, String accessToken);
}
