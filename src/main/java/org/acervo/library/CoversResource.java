package org.acervo.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.files.Cover;
import org.acervo.files.Covers;
import org.jspecify.annotations.Nullable;

/** The pictures of publications, to everybody who may see them. */
@Path("publications/{id}/cover/{size:small|large}.jpg")
@Dependent
public class CoversResource {

    private static final String AN_HOUR = "public, max-age=3600";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Publications publications;
    private final Pictures pictures;
    private final Covers covers;

    @Inject
    CoversResource(Publications publications, Pictures pictures, Covers covers) {
        this.publications = publications;
        this.pictures = pictures;
        this.covers = covers;
    }

    /**
     * @param version the digest of the picture, where a page asks
     * @throws NotFoundException where there is none that the public may see
     */
    @GET
    public Response get(
            @PathParam("id") String id,
            @PathParam("size") String size,
            @QueryParam("v") @Nullable String version,
            @Context Request request) {
        Publication publication =
                PublicationId.parse(id).flatMap(publications::find).orElseThrow(NotFoundException::new);
        Cover cover = pictures.of(List.of(publication)).get(publication.id());
        if (cover == null) {
            throw new NotFoundException();
        }
        EntityTag tag = new EntityTag(cover.digest() + size.charAt(0));
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            Cover.Picture picture = covers.picture(publication.id(), Cover.Size.valueOf(size.toUpperCase(Locale.ROOT)))
                    .orElseThrow(NotFoundException::new);
            answer = Response.ok(picture.bytes()).header("Content-Type", "image/jpeg");
        }
        return answer.tag(tag)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", cover.digest().equals(version) ? FOR_EVER : AN_HOUR)
                .build();
    }
}
