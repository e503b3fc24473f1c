using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Departures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Tests.Arrivals;

public sealed class RegistrationTests
{
    [Test]
    public void AddIngest_ArrivalsAndDepartures_Resolve()
    {
        using var services = new ServiceCollection().AddIngest().BuildServiceProvider();
        Assert.That(
            new object?[] { services.GetService<IShareScanner>(), services.GetService<IShareNudge>(), services.GetService<ISourceOpener>(), services.GetService<IDeviceCopyRemover>() },
            Has.None.Null);
    }

    [Test]
    public void AddIngest_StillForOutOfRange_IsRefused()
    {
        using var services = new ServiceCollection().AddIngest().Configure<ArrivalOptions>(options => options.StillFor = TimeSpan.FromSeconds(-1)).BuildServiceProvider();
        Assert.That(() => services.GetRequiredService<IOptions<ArrivalOptions>>().Value, Throws.InstanceOf<OptionsValidationException>());
    }
}
