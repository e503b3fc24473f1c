using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Release;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Releases;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Inspection;

/// <summary>Tries every place the journey writes to: share, store, keyring and the folders copies are released to. Makes no folder.</summary>
internal sealed class WriteFindings(IMediaStore store, IReleaseBook book, Shares shares, IOptions<VaultOptions> vault, IOptions<JourneyOptions> options)
{
    private const string Probe = "probe/doctor";

    private readonly VaultOptions vault = vault.Value;

    /// <summary>The vault's places, which all schools share.</summary>
    public async Task<IReadOnlyList<Finding>> OfVaultAsync(CancellationToken cancellationToken)
    {
        var holdsKeys = Directory.Exists(Path.Combine(vault.KeyringFolder, "objects"));
        return
        [
            vault.Store == "azure" ? await OfBlobsAsync(cancellationToken) : OfFolder(Words.Text("store"), vault.StoreFolder, holdsKeys, Words.Text("photos wait meanwhile")),
            OfFolder(Words.Text("keyring"), vault.KeyringFolder, holdsKeys, Words.Text("photos wait meanwhile")),
        ];
    }

    public async Task<IReadOnlyList<Finding>> OfSchoolAsync(SchoolInfo school, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var root = shares.RootOf(school);
        if (Directory.Exists(root))
        {
            findings.Add(WriteProbe.Of(Words.Text("share, writing"), root, Words.Text("photos are taken in, but the devices' copies stay")));
        }

        foreach (var channel in await book.DeliveringChannelsAsync(school.Id, cancellationToken))
        {
            if (await book.DeliveryAsync(school.Id, default, channel, cancellationToken) is { Kind: "folder" } delivery)
            {
                var isOurs = delivery.Address.Length == 0;
                var folder = isOurs ? Path.Combine(options.Value.ReleasedFolder, channel.Value) : delivery.Address;
                findings.Add(OfFolder(Words.Text($"released, {channel}"), folder, mustExist: !isOurs, Words.Text("cleared copies wait meanwhile")));
            }
        }

        return findings;
    }

    private static Finding OfFolder(string what, string folder, bool mustExist, string consequence)
    {
        if (Directory.Exists(folder))
        {
            return WriteProbe.Of(what, folder, consequence);
        }

        return mustExist
            ? new Finding(what, Health.Wrong, Words.Text($"the folder is not there: {consequence}"), Words.Text("Mount it, or correct the setting that names it."))
            : new Finding(what, Health.Well, Words.Text("not there yet; it is made when it is needed"), "");
    }

    private async Task<Finding> OfBlobsAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var content = new MemoryStream(new byte[16]);
            await store.WriteAsync(Probe, content, cancellationToken);
            await store.DeleteAsync(Probe, cancellationToken);
            return new Finding(Words.Text("store"), Health.Well, Words.Text("blobs can be written and removed"), "");
        }
        catch (MediaException e)
        {
            return new Finding(Words.Text("store"), Health.Wrong, Words.Text($"no blob can be written and removed ({e.Reason}): photos wait meanwhile"), Words.Text("Check Vault:AzureConnectionString, the network, and what the account may do."));
        }
    }
}
