package org.sala.sheets;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.sala.sheets.SheetRefused.Reason;

/**
 * A part of a workbook, read event by event. Woodstox, because it bounds what one event may hold (an attribute, a
 * nesting), which the JDK's parser doesn't. A document type ends the reading before anything of it is looked at.
 */
final class XmlPart implements Closeable {

    private static final XMLInputFactory FACTORY = factory();
    private static final int MOST_NAMES = 1000;

    private final XMLStreamReader xml;
    private final InputStream in;
    private final Set<String> names = new HashSet<>();

    private XmlPart(XMLStreamReader xml, InputStream in) {
        this.xml = xml;
        this.in = in;
    }

    static XmlPart of(InputStream in) throws IOException {
        try {
            return new XmlPart(FACTORY.createXMLStreamReader(in), in);
        } catch (XMLStreamException | RuntimeException e) {
            in.close();
            throw Unreadable.of(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 16);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
        return factory;
    }

    /** Goes on to where the next element begins or ends. False at the end. */
    boolean next() throws IOException {
        try {
            while (xml.hasNext()) {
                var event = event();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw Unreadable.of(e);
        }
    }

    private int event() throws XMLStreamException {
        var event = xml.next();
        switch (event) {
            case XMLStreamConstants.DTD -> throw new SheetRefused(Reason.DOCUMENT_TYPE);
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> met(xml.getPITarget());
            case XMLStreamConstants.START_ELEMENT -> {
                met(xml.getLocalName());
                for (var i = 0; i < xml.getAttributeCount(); i++) {
                    met(xml.getAttributeLocalName(i));
                }
                for (var i = 0; i < xml.getNamespaceCount(); i++) {
                    met(xml.getNamespacePrefix(i));
                }
            }
            default -> {
                // text, comments, ends
            }
        }
        return event;
    }

    /** The parser keeps every name that it meets; a workbook has some dozens. */
    private void met(@Nullable String name) {
        if (name != null && names.add(name) && names.size() > MOST_NAMES) {
            throw new SheetRefused(Reason.DAMAGED);
        }
    }

    boolean begins(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** An attribute by its name, whatever its namespace. */
    @Nullable
    String attribute(String name) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Adds the text of the element that begins here to another, up to its end, keeping no more than {@code most} in all. */
    void text(StringBuilder into, int most) throws IOException {
        try {
            for (var depth = 1; depth > 0; ) {
                switch (event()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        var room = Math.min(most - into.length(), xml.getTextLength());
                        into.append(xml.getTextCharacters(), xml.getTextStart(), Math.max(0, room));
                    }
                    default -> {
                        // comments
                    }
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw Unreadable.of(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
