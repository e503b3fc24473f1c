using System.Diagnostics;
using MediaGuard.Ingest;
using MediaGuard.Ingest.Vault;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
using MediaGuard.Walker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

var orders = WalkOrders.Parse(args[0]);
var collection = new ServiceCollection().AddLogging().Configure<RecordsOptions>(o =>
{
    o.Provider = orders.Provider;
    o.ConnectionString = orders.ConnectionString;
    o.DataFolder = orders.DataFolder;
}).Configure<VaultOptions>(o =>
{
    o.StoreFolder = Path.Combine(orders.DataFolder, "store");
    o.KeyringFolder = Path.Combine(orders.DataFolder, "keyring");
    o.MasterKeyFile = Path.Combine(orders.DataFolder, "master.key");
}).AddIngest().AddRecords();
if (orders.Break == "lock")
{
    collection.Replace(ServiceDescriptor.Singleton<IHeads, UnlockedHeads>());
}

await using var services = collection.BuildServiceProvider();
await using var journal = new StreamWriter(Path.Combine(orders.Journal, $"{Environment.ProcessId}-{orders.Seed}.jsonl")) { AutoFlush = true };
var walk = new Walk(services, orders, line =>
{
    lock (journal)
    {
        journal.WriteLine(line);
    }
});
await walk.LoadAsync();

while (orders.Steps == 0 && await walk.DecideDueAsync() > 0)
{
}

var done = 0;
await Task.WhenAll(Enumerable.Range(0, orders.Threads).Select(thread => Task.Run(async () =>
{
    var random = new Random(orders.Seed + thread);
    for (var step = 0; step < orders.Steps / orders.Threads; step++)
    {
        await walk.StepAsync(random);
        if (Interlocked.Increment(ref done) == orders.CrashAfter)
        {
            Process.GetCurrentProcess().Kill(); // as a power cut ends it: nothing is disposed, nothing flushed
        }
    }
})));
