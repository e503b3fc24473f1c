using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

public sealed class DeletionTests(string provider) : RecordsFixture(provider)
{
    private static readonly byte[] Mac = [1, 2, 3, 4];

    [Test]
    public async Task DeleteAsync_OfWhatIsOut_RecallsForgetsAndLeavesATombstone()
    {
        var media = await World.DecidedAsync(faces: 2);
        await World.SayAsync(SchoolWorld.Say(AttestationKind.NobodyFromOutside, media));
        Assert.That((await World.PassAsync(media)).Clearance, Is.Not.Null);
        await Rig.Items.SaveDepartedAsync(await World.LeaseAsync(media), SourceState.Removed, None);

        var objects = await DeleteAsync(media);

        Assert.That(objects, Is.EquivalentTo(new[] { VaultObject.Original(World.School, media), VaultObject.Rendition(World.School, new RenditionId(media.Value)) }));
        var row = await World.RowAsync(media);
        Assert.That((row.Status, row.Reason, row.RenditionId, row.SourcePath, row.Sha256, row.CameraModel), Is.EqualTo((MediaStatus.Gone, ReasonCode.Deleted, (RenditionId?)null, "", (byte[]?)null, (string?)null)));
        Assert.That(await World.QueueAsync(media), Is.Empty);
        Assert.That((await World.VerdictsAsync(media)).Where(v => v.IsCurrent), Is.Empty);
        Assert.That((await World.ReleasesAsync(media)).Select(r => r.State), Is.EqualTo(new[] { ReleaseState.Recalling }));
        await using var db = World.Open();
        Assert.That(await db.Renditions.AnyAsync(r => r.MediaId == media), Is.False);
        Assert.That(await db.Faces.AnyAsync(f => f.MediaId == media), Is.False);
        Assert.That(await db.FoundNames.AnyAsync(n => n.MediaId == media), Is.False);
        Assert.That(await db.FoundRegions.AnyAsync(r => r.MediaId == media), Is.False);
        Assert.That(await db.NameHints.AnyAsync(h => h.MediaId == media), Is.False);
        Assert.That(await db.Attestations.AnyAsync(a => a.MediaId == media), Is.False);
        Assert.That((await db.Receipts.Where(r => r.MediaId == media).ToListAsync(None)).Select(r => r.Detail), Has.None.Contains("sha256"));
        var entry = await db.Audit.OrderByDescending(a => a.Sequence).FirstAsync(None);
        Assert.That((entry.Act, entry.Subject, entry.Actor), Is.EqualTo(("deleted", media.ToString(), (UserId?)SchoolWorld.Office)));
        Assert.That(await IsTombstonedAsync(), Is.True);
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.Null);
    }

    [Test]
    public async Task DeleteAsync_NotCommitted_LeavesEverything()
    {
        var media = await World.ClearedAsync();
        await using (var head = await Rig.Heads.BeginAsync(World.School, None))
        {
            Assert.That(await head.DeleteAsync(SchoolWorld.Office, media, Mac, None), Is.Not.Null);
        }

        Assert.That((await World.RowAsync(media)).Status, Is.EqualTo(MediaStatus.Decided));
        Assert.That(await World.QueueAsync(media), Has.Count.EqualTo(1));
        Assert.That(await IsTombstonedAsync(), Is.False);
    }

    [Test]
    public async Task DeleteAsync_WithTheDevicesCopyThere_KeepsThePathUntilItIsRemoved()
    {
        var media = await World.DecidedAsync();
        var path = (await World.RowAsync(media)).SourcePath;
        await DeleteAsync(media);
        Assert.That((await World.RowAsync(media)).SourcePath, Is.EqualTo(path));
        Assert.That((await World.RowAsync(media)).Sha256, Is.Not.Null);
        Assert.That(await Rig.Items.TakeDueAsync(World.School, 10, TimeSpan.Zero, None), Does.Contain(media));
        await Rig.Items.SaveDepartedAsync(await World.LeaseAsync(media), SourceState.Removed, None);
        var row = await World.RowAsync(media);
        Assert.That((row.Status, row.SourcePath, row.Sha256), Is.EqualTo((MediaStatus.Gone, "", (byte[]?)null)));
    }

    [Test]
    public async Task DeleteAsync_WhileAStepIsAtWork_TakesItsLease()
    {
        var media = await World.ArrivedAsync();
        var lease = await World.LeaseAsync(media);
        await DeleteAsync(media);
        Assert.That(async () => await Rig.Items.SaveVaultedAsync(lease, None), Throws.InstanceOf<LeaseLostException>());
        Assert.That((await World.RowAsync(media)).Status, Is.EqualTo(MediaStatus.Gone));
    }

    [Test]
    public async Task DeleteAsync_OfNothingThatMayBe_ChangesNothing()
    {
        var noticed = await World.NewAsync();
        var twice = await World.ArrivedAsync();
        var sealed_ = await World.DecidedAsync();
        await using (var db = World.Open())
        {
            await db.Media.Where(m => m.Id == sealed_).ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MediaStatus.Sealed), None);
        }

        Assert.That(await DeleteAsync(noticed), Is.Null, "nothing of it is here");
        Assert.That(await DeleteAsync(sealed_), Is.Null, "sealed");
        Assert.That(await IsTombstonedAsync(), Is.False);
        Assert.That((await World.RowAsync(sealed_)).Status, Is.EqualTo(MediaStatus.Sealed));
        Assert.That(await DeleteAsync(twice), Is.Not.Null);
        Assert.That(await DeleteAsync(twice), Is.Null, "gone already");
        Assert.That(await DeleteAsync(MediaId.New()), Is.Null);
    }

    [Test]
    public async Task Tombstone_OfOneSchool_IsNotAnothers()
    {
        await DeleteAsync(await World.ArrivedAsync());
        var other = await SchoolWorld.MakeAsync(Rig);
        await using var head = await Rig.Heads.BeginAsync(other.School, None);
        Assert.That(await head.IsTombstonedAsync(Mac, None), Is.False);
    }

    private async Task<IReadOnlyList<VaultObject>?> DeleteAsync(MediaId media)
    {
        IReadOnlyList<VaultObject>? objects = null;
        await World.InHeadAsync(async head => objects = await head.DeleteAsync(SchoolWorld.Office, media, Mac, None));
        return objects;
    }

    private async Task<bool> IsTombstonedAsync()
    {
        await using var head = await Rig.Heads.BeginAsync(World.School, None);
        return await head.IsTombstonedAsync(Mac, None);
    }
}
