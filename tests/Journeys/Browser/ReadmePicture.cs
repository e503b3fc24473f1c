using MediaGuard.Tests.Support;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>The review page for the README, with every face made unrecognisable in the picture itself.</summary>
internal static class ReadmePicture
{
    // A face becomes four by five blocks, with a margin round the box.
    private const string Pixelate = """
        async () => {
          const image = document.querySelector(".frame img");
          await image.decode();
          const canvas = document.createElement("canvas");
          const [w, h] = [canvas.width = image.naturalWidth, canvas.height = image.naturalHeight];
          const draw = canvas.getContext("2d");
          draw.drawImage(image, 0, 0);
          const small = document.createElement("canvas");
          [small.width, small.height] = [4, 5];
          const scale = w / document.getElementById("faces").viewBox.baseVal.width;
          for (const box of document.querySelectorAll("#faces .box-line")) {
            const at = (name) => Number(box.getAttribute(name)) * scale;
            const [bw, bh] = [at("width") * 1.5, at("height") * 1.4];
            const [x, y] = [at("x") - bw / 6, at("y") - bh / 7];
            small.getContext("2d").drawImage(canvas, x, y, bw, bh, 0, 0, 4, 5);
            draw.imageSmoothingEnabled = false;
            draw.drawImage(small, 0, 0, 4, 5, x, y, bw, bh);
          }
          const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
          image.src = URL.createObjectURL(blob);
          await image.decode();
        }
        """;

    public static async Task ShootAsync(Desk desk)
    {
        await desk.Page.EvaluateAsync(Pixelate);
        await desk.Page.ScreenshotAsync(new() { Path = Path.Combine(TestPaths.Root, "artifacts", "screens", "review.png") });
        await desk.Page.ReloadAsync();
    }
}
