package org.acervo.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.pages.Query;

/** Addresses where a reader can tell others of a page; nothing is asked of them before the reader follows one. */
final class Sharing {

    private Sharing() {}

    static List<Value> links(String page, String title, Reader reader) {
        Map<String, String> mail = new LinkedHashMap<>();
        mail.put("subject", title);
        mail.put("body", page);
        return List.of(
                Value.linked(
                        reader.text("share.mail"),
                        "mailto:" + Query.ofSingle(mail).replace("+", "%20")),
                Value.linked("WhatsApp", "https://wa.me/" + Query.ofSingle(Map.of("text", title + " " + page))),
                Value.linked(
                        "Facebook", "https://www.facebook.com/sharer/sharer.php" + Query.ofSingle(Map.of("u", page))),
                Value.linked(
                        "LinkedIn",
                        "https://www.linkedin.com/sharing/share-offsite/" + Query.ofSingle(Map.of("url", page))));
    }
}
