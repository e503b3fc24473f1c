using MediaGuard.Consent.People;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;
using MediaGuard.Records.Register;

namespace MediaGuard.Records.Tests;

public sealed class NameHintTests(string provider) : RecordsFixture(provider)
{
    [Test]
    public async Task SaveUnderstoodAsync_Hints_AreReadIntoTheSceneButWeakOnesAreNot()
    {
        var (weak, sure, full) = (World.Children[0], World.Children[1], World.Children[2]);
        var photo = await World.ArrivedAsync();
        await Rig.Items.SaveVaultedAsync(await World.LeaseAsync(photo), CancellationToken.None);
        var understanding = new Understanding(MediaFormat.Jpeg, 8, 6, null, null, null, null, null, false, [], []);
        await Rig.Items.SaveUnderstoodAsync(
            await World.LeaseAsync(photo),
            understanding,
            [
                new NameHint(weak, Sureness.Weak, NameField.Title), new NameHint(sure, Sureness.PreferredOnly, NameField.Caption),
                new NameHint(full, Sureness.Full, NameField.Person), new NameHint(full, Sureness.Weak, NameField.FileName),
            ],
            CancellationToken.None);

        Assert.That((await World.SceneAsync(photo)).NameHints, Is.EquivalentTo(new[] { sure, full }));
        var shown = (await Rig.Views.DetailAsync(World.School, photo, Views.Reader.Office, CancellationToken.None))!.NameHints;
        Assert.That(shown.Select(hint => (hint.Person, hint.Counts)), Is.EqualTo(new[] { (full, true), (sure, true), (weak, false), (full, false) }).Or.EqualTo(new[] { (full, true), (sure, true), (full, false), (weak, false) }));
        Assert.That(shown[0].Name, Is.EqualTo("Child 3"));
    }

    [Test]
    public async Task ReadAsync_RegisterUnchanged_IsTheSameIndexAndChangesWithIt()
    {
        var before = await Rig.Names.ReadAsync(World.School, CancellationToken.None);
        Assert.That(await Rig.Names.ReadAsync(World.School, CancellationToken.None), Is.SameAs(before));
        Assert.That(before.People.Select(person => person.Id), Is.SupersetOf(World.Children));
        Assert.That(before.People.Single(person => person.Id == World.Children[0]).Groups, Is.EqualTo(new[] { World.Group }));

        await World.InHeadAsync(head =>
        {
            head.AddPerson(new NewPerson(PersonKind.Staff, "Ms Newly Come", "Newly"), null);
            return Task.CompletedTask;
        });

        var after = await Rig.Names.ReadAsync(World.School, CancellationToken.None);
        Assert.That(after.RegisterVersion, Is.GreaterThan(before.RegisterVersion));
        Assert.That(after.People.Single(person => person.FullName == "Ms Newly Come").IsPupil, Is.False);
        Assert.That(after.People, Has.Length.EqualTo(before.People.Length + 1));
    }
}
