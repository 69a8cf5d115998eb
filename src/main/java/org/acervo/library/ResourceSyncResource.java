package org.acervo.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Repository;

/**
 * Lets others keep a copy in step with the repository (ResourceSync, ANSI/NISO Z39.99-2017). The resources are the
 * records in Dublin Core; lists and changes come from the same numbers as those of OAI-PMH, so no change is missed.
 */
@Path("/")
@Dependent
public class ResourceSyncResource {

    private static final String FOLDER = "/resourcesync/";

    private final Disseminations disseminations;
    private final Stretches stretches;
    private final Repository repository;

    @Inject
    ResourceSyncResource(Disseminations disseminations, Stretches stretches, Repository repository) {
        this.disseminations = disseminations;
        this.stretches = stretches;
        this.repository = repository;
    }

    /** The source description, where everything begins. */
    @GET
    @Path(".well-known/resourcesync")
    public Response source() {
        SitemapWriter.Link about = new SitemapWriter.Link("describedby", repository.baseUrl() + "/", "text/html");
        return SitemapsResource.xml(out -> {
            try (SitemapWriter list = SitemapWriter.list(out, true)) {
                list.head(Map.of("capability", "description"), List.of(about))
                        .entry(address("capabilitylist"), null, Map.of("capability", "capabilitylist"), List.of());
            }
        });
    }

    /** What the repository offers. */
    @GET
    @Path("resourcesync/capabilitylist.xml")
    public Response capabilities() {
        return SitemapsResource.xml(out -> {
            try (SitemapWriter list = SitemapWriter.list(out, true)) {
                list.head(
                        Map.of("capability", "capabilitylist"),
                        List.of(link("up", repository.baseUrl() + "/.well-known/resourcesync")));
                for (String each : List.of("resourcelist", "changelist")) {
                    list.entry(address(each), null, Map.of("capability", each), List.of());
                }
            }
        });
    }

    /** All resources, or where there are several stretches, the lists of them. */
    @GET
    @Path("resourcesync/resourcelist.xml")
    public Response resources() {
        Map<String, String> head = resourceListHead();
        List<Stretches.Stretch> all = stretches.all();
        if (all.size() <= 1) {
            return resources(head, all.isEmpty() ? 0 : all.get(0).index(), List.of(up()));
        }
        return SitemapsResource.xml(out -> {
            try (SitemapWriter index = SitemapWriter.index(out, true)) {
                index.head(head, List.of(up()));
                all.forEach(each -> index.entry(address("resourcelist/" + each.index()), each.last(), head, List.of()));
            }
        });
    }

    /**
     * The resources of a stretch.
     *
     * @throws NotFoundException where there is none
     */
    @GET
    @Path("resourcesync/resourcelist/{index:[0-9]{1,12}}.xml")
    public Response resources(@PathParam("index") long index) {
        Map<String, String> head = resourceListHead();
        find(index);
        return resources(head, index, List.of(up(), link("index", address("resourcelist"))));
    }

    /** What is listed is at least as new as that. */
    private Map<String, String> resourceListHead() {
        return metadata("capability", "resourcelist", "at", disseminations.now().toString());
    }

    private Response resources(Map<String, String> head, long index, List<SitemapWriter.Link> links) {
        return SitemapsResource.xml(out -> {
            try (SitemapWriter list = SitemapWriter.list(out, true)) {
                list.head(head, links);
                stretches.read(index, each -> {
                    if (!each.deleted()) {
                        entry(list, each, Map.of("type", Representation.DUBLIN_CORE.type()));
                    }
                });
            }
        });
    }

    /** The lists of changes, closed ones with their ends and an open one. */
    @GET
    @Path("resourcesync/changelist.xml")
    public Response changes() {
        Instant now = disseminations.now();
        List<Stretches.Stretch> all = stretches.all();
        return SitemapsResource.xml(out -> {
            try (SitemapWriter index = SitemapWriter.index(out, true)) {
                Instant first = all.isEmpty() ? now : all.get(0).first();
                index.head(metadata("capability", "changelist", "from", first.toString()), List.of(up()));
                if (all.isEmpty()) {
                    index.entry(address("changelist/0"), null, changes(all, 0, now), List.of());
                }
                for (int i = 0; i < all.size(); i++) {
                    Stretches.Stretch each = all.get(i);
                    String address = address("changelist/" + each.index());
                    index.entry(address, each.last(), changes(all, i, now), List.of());
                }
            }
        });
    }

    /**
     * The changes of a stretch, in their order; those that were followed by another are in a later one.
     *
     * @throws NotFoundException where there is none
     */
    @GET
    @Path("resourcesync/changelist/{index:[0-9]{1,12}}.xml")
    public Response changes(@PathParam("index") long index) {
        Instant now = disseminations.now();
        List<Stretches.Stretch> all = stretches.all();
        int place = all.isEmpty() && index == 0 ? 0 : find(index);
        Map<String, String> head = changes(all, place, now);
        return SitemapsResource.xml(out -> {
            try (SitemapWriter list = SitemapWriter.list(out, true)) {
                list.head(head, List.of(up(), link("index", address("changelist"))));
                stretches.read(
                        index,
                        each -> entry(
                                list,
                                each,
                                metadata(
                                        "change",
                                        each.deleted() ? "deleted" : "updated",
                                        "datetime",
                                        each.datestamp().toString(),
                                        "type",
                                        Representation.DUBLIN_CORE.type())));
            }
        });
    }

    /** Each list begins where the one before ends; the last is open. */
    private static Map<String, String> changes(List<Stretches.Stretch> all, int place, Instant now) {
        Map<String, String> head = metadata("capability", "changelist");
        Instant from = all.isEmpty()
                ? now
                : place == 0 ? all.get(0).first() : all.get(place - 1).last();
        head.put("from", from.toString());
        if (place < all.size() - 1) {
            head.put("until", all.get(place).last().toString());
        }
        return head;
    }

    private void entry(SitemapWriter list, DisseminatedRecord record, Map<String, String> metadata) {
        String page = repository.landingPage(record.id());
        list.entry(
                page + "." + Representation.DUBLIN_CORE.ending(),
                record.datestamp(),
                metadata,
                record.deleted()
                        ? List.of()
                        : List.of(new SitemapWriter.Link("describes", page, Representation.PAGE.type())));
    }

    private int find(long index) {
        List<Stretches.Stretch> all = stretches.all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).index() == index) {
                return i;
            }
        }
        throw new NotFoundException();
    }

    private SitemapWriter.Link up() {
        return link("up", address("capabilitylist"));
    }

    private static SitemapWriter.Link link(String relation, String href) {
        return new SitemapWriter.Link(relation, href, null);
    }

    private String address(String name) {
        return repository.baseUrl() + FOLDER + name + ".xml";
    }

    /** Names and values in turn, in that order. */
    private static Map<String, String> metadata(String... pairs) {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            metadata.put(pairs[i], pairs[i + 1]);
        }
        return metadata;
    }
}
