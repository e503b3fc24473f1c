using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Vision.Tests.Models;

/// <summary>What an absent or altered file does, and that putting it right is enough.</summary>
public sealed class ModelStateTests
{
    private DirectoryInfo _weights = null!;
    private ServiceProvider _room = null!;

    [SetUp]
    public void SetUp()
    {
        _weights = InstalledModels.RequiredOnly();
        _room = InstalledModels.Room(_weights.FullName);
    }

    [TearDown]
    public void TearDown()
    {
        _room.Dispose();
        _weights.Delete(recursive: true);
    }

    [TestCase("ultraface-rfb320")]
    [TestCase("blazeface-back")]
    public void Find_RequiredModelMissing_ThrowsModelMissing(string model)
    {
        File.Delete(FileOf(model));

        Assert.That(Find, Throws.TypeOf<MediaException>().With.Property("Reason").EqualTo(ReasonCode.ModelMissing));
        Assert.That(State(model), Is.EqualTo(ModelState.Missing));
    }

    [TestCase("ultraface-rfb320")]
    [TestCase("blazeface-back")]
    public void Find_OneByteAltered_ThrowsModelAltered(string model)
    {
        Alter(FileOf(model));

        Assert.That(Find, Throws.TypeOf<MediaException>().With.Property("Reason").EqualTo(ReasonCode.ModelAltered));
        Assert.That(State(model), Is.EqualTo(ModelState.Altered));
    }

    [Test]
    public void Find_OptionalModelAltered_ThrowsModelAltered()
    {
        File.WriteAllBytes(Path.Combine(_weights.FullName, "yunet-2023mar.onnx"), [1, 2, 3]);

        Assert.That(Find, Throws.TypeOf<MediaException>().With.Property("Reason").EqualTo(ReasonCode.ModelAltered));
    }

    [Test]
    public void Open_OneByteAltered_LoadsNothing()
    {
        Alter(FileOf("ultraface-rfb320"));
        var sessions = _room.GetRequiredService<ModelSessions>();

        Assert.That(() => sessions.Open("ultraface-rfb320"), Throws.TypeOf<MediaException>());
        Assert.That(() => sessions.Open("ultraface-rfb320"), Throws.TypeOf<MediaException>(), "the second time too");
    }

    [Test]
    public void Find_AlteredWhileRunning_IsRefused()
    {
        Assert.That(Find, Throws.Nothing);
        Alter(FileOf("ultraface-rfb320"));

        Assert.That(Find, Throws.TypeOf<MediaException>().With.Property("Reason").EqualTo(ReasonCode.ModelAltered));
    }

    [Test]
    public void Find_FilePutRight_WorksWithoutRestart()
    {
        var file = FileOf("ultraface-rfb320");
        var right = File.ReadAllBytes(file);
        File.Delete(file);
        Assert.That(Find, Throws.TypeOf<MediaException>());
        File.WriteAllBytes(file, [1, 2, 3]);
        Assert.That(Find, Throws.TypeOf<MediaException>());

        File.WriteAllBytes(file, right);

        Assert.That(Find, Throws.Nothing);
        Assert.That(State("ultraface-rfb320"), Is.EqualTo(ModelState.Installed));
    }

    [Test]
    public void Check_Manifest_ListsEveryModel()
    {
        var models = _room.GetRequiredService<IModelCatalog>().Check();

        Assert.That(models.Where(m => m.IsRequired).Select(m => m.Name), Is.EqualTo(new[] { "ultraface-rfb320", "blazeface-back" }));
        Assert.That(models.Where(m => !m.IsRequired).Select(m => m.State), Is.All.EqualTo(ModelState.Missing));
        Assert.That(models.Select(m => m.Licence), Is.All.AnyOf("MIT", "Apache-2.0"));
    }

    private void Find() => _room.GetRequiredService<IFaceFinder>().Find(new PixelImage(64, 48, new byte[64 * 48 * 3]), CancellationToken.None);

    private ModelState State(string model) => _room.GetRequiredService<IModelCatalog>().Check().Single(m => m.Name == model).State;

    private string FileOf(string model) => Path.Combine(_weights.FullName, model + ".onnx");

    private static void Alter(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }
}
