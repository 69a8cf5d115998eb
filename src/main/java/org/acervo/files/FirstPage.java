package org.acervo.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.acervo.files.Cover.Picture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Draws the first page of a PDF, or a picture, in the sizes that pages show. A hostile document may take all memory and
 * never end: {@link TextParserProcess} keeps it away from the server.
 */
final class FirstPage {

    /** In pixels; what is higher than the second is cut at the bottom. */
    private static final int LARGE_WIDTH = 640;

    private static final int LARGE_HEIGHT = 960;
    private static final int SMALL_WIDTH = 168;

    private static final float MOST_MAGNIFIED = 4;
    private static final int SEVERAL = 2;
    private static final float QUALITY = 0.82f;

    private FirstPage() {}

    /** Whether a picture can be made of documents of a media type. */
    static boolean isDrawable(String type) {
        return type.equals("application/pdf") || type.equals("image/jpeg") || type.equals("image/png");
    }

    /**
     * The large and the small picture.
     *
     * @throws IOException where the document is none, or is protected or broken
     */
    static Picture[] draw(Path file, String type) throws IOException {
        BufferedImage drawn = type.equals("application/pdf") ? page(file) : picture(file);
        BufferedImage large = scaled(drawn, LARGE_WIDTH);
        return new Picture[] {jpeg(large), jpeg(scaled(large, SMALL_WIDTH))};
    }

    private static BufferedImage page(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            PDRectangle box = document.getPage(0).getCropBox();
            int turned = document.getPage(0).getRotation();
            float width = turned % 180 == 0 ? box.getWidth() : box.getHeight();
            float height = turned % 180 == 0 ? box.getHeight() : box.getWidth();
            if (width < 1 || height < 1 || height > SEVERAL * LARGE_HEIGHT * width) {
                throw new IOException("A page without a size");
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            float scale = Math.min(MOST_MAGNIFIED, LARGE_WIDTH / width);
            float fitting = height * scale > SEVERAL * LARGE_HEIGHT ? SEVERAL * LARGE_HEIGHT / height : scale;
            return renderer.renderImage(0, fitting, ImageType.RGB);
        }
    }

    /** A picture with no more pixels than are needed, however many it has. */
    private static BufferedImage picture(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("No picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                ImageReadParam only = reader.getDefaultReadParam();
                int step = Math.max(1, reader.getWidth(0) / (SEVERAL * LARGE_WIDTH));
                only.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, only);
            } finally {
                reader.dispose();
            }
        }
    }

    /** With a width, unless it is narrower; on white. */
    private static BufferedImage scaled(BufferedImage image, int most) {
        int width = Math.min(most, image.getWidth());
        int whole = Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
        int height = Math.min(whole, LARGE_HEIGHT * width / LARGE_WIDTH + width);
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(halved(image, width), 0, 0, width, whole, null);
        graphics.dispose();
        return scaled;
    }

    /** Made smaller by halves, as long as it stays twice as wide: otherwise thin lines are lost. */
    private static BufferedImage halved(BufferedImage image, int width) {
        BufferedImage half = image;
        while (half.getWidth() >= SEVERAL * SEVERAL * width && half.getHeight() > SEVERAL) {
            BufferedImage next =
                    new BufferedImage(half.getWidth() / 2, half.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = next.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, next.getWidth(), next.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(half, 0, 0, next.getWidth(), next.getHeight(), null);
            graphics.dispose();
            half = next;
        }
        return half;
    }

    private static Picture jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return new Picture(image.getWidth(), image.getHeight(), bytes.toByteArray());
    }
}
