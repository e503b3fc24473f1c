using System.Diagnostics;
using MediaGuard.Ingest;
using MediaGuard.Ingest.Vault;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
using MediaGuard.Walker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

var orders = WalkOrders.Parse(args[0]);
var clock = new ShiftedClock(Path.Combine(orders.Journal, "nights"));
var collection = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).Configure<RecordsOptions>(o =>
{
    o.Provider = orders.Provider;
    o.ConnectionString = orders.ConnectionString;
    o.DataFolder = orders.DataFolder;
    o.BusySeconds = 90; // eight writers who never rest: what is looked for is order, not patience
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
var walk = new Walk(services, orders, clock, line =>
{
    lock (journal)
    {
        journal.WriteLine(line);
    }
});
await walk.LoadAsync();

if (orders.Steps == 0)
{
    await walk.MorningAsync();
}

while (orders.Steps == 0 && await walk.DecideDueAsync() > 0)
{
}

var done = 0;
await Task.WhenAll(Enumerable.Range(0, orders.Threads).Select(thread => Task.Run(async () =>
{
    var random = new Random(orders.Seed + thread);
    for (var step = 0; step < orders.Steps / orders.Threads; step++)
    {
        try
        {
            await walk.StepAsync(random);
        }
        catch (Exception) when (orders.Break == "lock")
        {
            // acts that collide are not what is looked for
        }

        if (Interlocked.Increment(ref done) == orders.CrashAfter)
        {
            Process.GetCurrentProcess().Kill(); // as a power cut ends it: nothing is disposed, nothing flushed
        }
    }
})));
