package org.sala.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** A document's tags as PDF has them (ISO 32000-1, 14.7), with the way back from each page's marked content to its element. */
final class StructureTree {

    private final List<PDPage> pages;

    /** For each page that has any, its elements in the order of their content's numbers. */
    private final Map<Integer, COSArray> elements = new HashMap<>();

    private StructureTree(List<PDPage> pages) {
        this.pages = pages;
    }

    static void add(Tag document, List<PDPage> pages, PDDocumentCatalog catalog) {
        var root = new PDStructureTreeRoot();
        var tree = new StructureTree(pages);
        tree.add(document, root);
        var parents = new PDNumberTreeNode(PDParentTreeValue.class);
        var numbers = new HashMap<Integer, PDParentTreeValue>();
        tree.elements.forEach((page, elements) -> {
            pages.get(page).setStructParents(page);
            numbers.put(page, new PDParentTreeValue(elements));
        });
        parents.setNumbers(numbers);
        root.setParentTree(parents);
        root.setParentTreeNextKey(pages.size());
        catalog.setStructureTreeRoot(root);
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
    }

    private void add(Tag tag, PDStructureNode parent) {
        var element = new PDStructureElement(tag.kind.pdfName, parent);
        parent.appendKid(element);
        if (tag.alternative != null) {
            element.setAlternateDescription(tag.alternative);
        }
        var content = tag.content;
        if (content != null) {
            element.setPage(pages.get(content.page()));
            element.appendKid(content.number());
            elements.computeIfAbsent(content.page(), page -> new COSArray()).add(element.getCOSObject());
        }
        tag.parts.forEach(part -> add(part, element));
    }
}
