package dev.auricle.deploy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhantomSheetTest {
    private static final int BLACK = 0xFF000000;
    private static final int ORANGE = 0xFFFF9020;

    @Test
    void shows_images_and_an_outline_in_every_tile(@TempDir Path folder) throws Exception {
        // Given
        var file = folder.resolve("sheet.png");
        // When
        PhantomSheet.write(1, file);
        // Then
        var sheet = ImageIO.read(file.toFile());
        for (int left = 0; left < sheet.getWidth(); left += 320) {
            for (int top = 0; top < sheet.getHeight(); top += 256) {
                var colours = sheet.getRGB(left, top, 320, 256, null, 0, 320);
                assertThat(colours).contains(ORANGE);
                assertThat(IntStream.of(colours).filter(colour -> colour != BLACK))
                        .hasSizeGreaterThan(20_000);
            }
        }
    }
}
