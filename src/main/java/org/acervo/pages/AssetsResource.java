package org.acervo.pages;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Style sheet and icon, and the schemas that records of the repository's own format name. */
@Path("{folder:assets|schemas}/{name}")
@Dependent
public class AssetsResource {

    private static final String AN_HOUR = "public, max-age=3600";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** @param version the digest of the content, where a page asks */
    @GET
    public Response get(
            @PathParam("folder") String folder,
            @PathParam("name") String name,
            @QueryParam("v") @Nullable String version,
            @Context Request request) {
        Assets.Asset asset = Assets.find(folder + "/" + name).orElseThrow(NotFoundException::new);
        EntityTag tag = new EntityTag(asset.digest());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response =
                unchanged != null ? unchanged : Response.ok(asset.content()).header("Content-Type", asset.type());
        return response.tag(tag)
                .header("X-Content-Type-Options", "nosniff")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", asset.digest().equals(version) ? FOR_EVER : AN_HOUR)
                .build();
    }
}
