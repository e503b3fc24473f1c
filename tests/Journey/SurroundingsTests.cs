using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Journey.Tests;

public sealed class SurroundingsTests
{
    private static readonly VaultObject Some = VaultObject.Original(new SchoolId(Guid.Empty), new MediaId(Guid.Empty));

    public static IEnumerable<TestCaseData> Table()
    {
        yield return Case(new MediaException(ReasonCode.Truncated), ReasonCode.Truncated);
        yield return Case(new VaultException(VaultFailure.Damaged, Some), ReasonCode.CustodyBroken);
        yield return Case(new VaultException(VaultFailure.Missing, Some), ReasonCode.CustodyBroken);
        yield return Case(new VaultException(VaultFailure.KeyDestroyed, Some), ReasonCode.CustodyBroken);
        yield return Case(new VaultException(VaultFailure.WrongMasterKey, Some), ReasonCode.StoreUnavailable);
        yield return Case(new VaultException(VaultFailure.UnknownVersion, Some), ReasonCode.StoreUnavailable);
        yield return Case(new IOException("", 28), ReasonCode.StorageFull);
        yield return Case(new IOException("", 122), ReasonCode.StorageFull);
        yield return Case(new IOException("", unchecked((int)0x80070070)), ReasonCode.StorageFull);
        yield return Case(new UnauthorizedAccessException(), ReasonCode.StoreUnavailable);
        yield return Case(new DirectoryNotFoundException(), ReasonCode.StoreUnavailable);
        yield return Case(new FileNotFoundException(), ReasonCode.StoreUnavailable);
        yield return Case(new SqliteException("", 5), ReasonCode.DatabaseBusy);
        yield return Case(new DbUpdateException("", new SqliteException("", 6)), ReasonCode.DatabaseBusy);
        yield return Case(new TimeoutException(), ReasonCode.DatabaseBusy);
        yield return Case(new SqliteException("", 19), ReasonCode.None);
        yield return Case(new EndOfStreamException(), ReasonCode.None);
        yield return Case(new InvalidOperationException(), ReasonCode.None);

        static TestCaseData Case(Exception thrown, ReasonCode reason) => new(thrown, reason) { TestName = $"ReasonFor_{thrown.GetType().Name}_{reason}_{Guid.CreateVersion7():N}"[..^33] };
    }

    [TestCaseSource(nameof(Table))]
    public void ReasonFor_Thrown_IsTheReason(Exception thrown, ReasonCode reason) => Assert.That(Surroundings.ReasonFor(thrown), Is.EqualTo(reason));

    [Test]
    public void SiteOf_AnException_NamesTypeAndMethodAndNothingOfItsMessage()
    {
        var thrown = Assert.Catch(Fail)!;
        Assert.That(Surroundings.SiteOf(thrown), Does.StartWith("MediaGuard.Journey.Tests.SurroundingsTests"));
        Assert.That(Surroundings.SiteOf(new IOException("/share/Oak/Ali.jpg")), Is.EqualTo("?"));

        static void Fail() => throw new IOException("/share/Oak/Ali.jpg");
    }
}
