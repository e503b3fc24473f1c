using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MediaGuard.Media;
using MediaGuard.Records.Devices;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Commands;

/// <summary>The hardware inventory from the command line.</summary>
internal static class DeviceCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static Command Make() => new("device", "The hardware inventory: which cameras are trusted.") { List(), Add(), Act("lost", "Mark a device as lost: its folder is no way in any more.", (b, s, d, u, c) => b.LoseAsync(s, d, u, c)), Act("found", "A lost device counts again.", (b, s, d, u, c) => b.FindAgainAsync(s, d, u, c)), Act("returned", "A lent device is back.", (b, s, d, u, c) => b.ReturnAsync(s, d, u, c)) };

    private static Command List()
    {
        var (data, json) = (Place.DataOption(), Place.JsonOption());
        var command = new Command("list", "Every device and what it is today.") { data, json };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            null,
            async (services, school, _) =>
            {
                foreach (var d in await services.GetRequiredService<IDeviceBook>().ListAsync(school, stop))
                {
                    Console.WriteLine(parsed.GetValue(json)
                        ? JsonSerializer.Serialize(new { id = d.Id.ToString(), label = d.Label, make = d.Make, model = d.Model, serial = d.Serial, @class = d.Class, holder = d.HolderName, from = d.From, until = d.Until, permittedBy = d.PermittedBy, folder = d.Folder, lostOn = d.LostOn, state = d.State.ToString() }, Lines)
                        : Plain($"{d.Id}  {d.State,-7} {d.Label,-24} {d.Make} {d.Model}{(d.IsPersonal ? $"  (permitted by {d.PermittedBy} until {Day(d.Until)})" : "")}"));
                }

                return ExitCodes.Done;
            },
            stop));
        return command;
    }

    private static Command Add()
    {
        var (data, by) = (Place.DataOption(), ByOption());
        var label = new Option<string>("--label") { Description = "Its name, as on its label.", Required = true };
        var model = new Option<string>("--model") { Description = "The model as the camera writes it into photos.", Required = true };
        var make = new Option<string>("--make") { Description = "Its maker.", DefaultValueFactory = _ => "" };
        var serial = new Option<string>("--serial") { Description = "Its serial number.", DefaultValueFactory = _ => "" };
        var group = new Option<string?>("--class") { Description = "The class it belongs to, by name." };
        var folder = new Option<string>("--folder") { Description = "Its own folder below the share, for example \"Oak/iPad 3\".", DefaultValueFactory = _ => "" };
        var from = new Option<DateOnly?>("--from") { Description = "First day, as 2026-09-01. Default: today." };
        var until = new Option<DateOnly?>("--until") { Description = "Last day; needed for a personal device." };
        var permitted = new Option<string>("--permitted-by") { Description = "For a personal device: who permitted it, by name.", DefaultValueFactory = _ => "" };
        var command = new Command("add", "Put a device into the inventory; photos of its model are decided again.") { label, model, make, serial, group, folder, from, until, permitted, by, data };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            parsed.GetValue(by),
            async (services, school, user) =>
            {
                GroupId? belongs = null;
                if (parsed.GetValue(group) is { } name)
                {
                    belongs = (await services.GetRequiredService<IPhotoViews>().ClassesAsync(school, null, stop)).FirstOrDefault(c => c.Name == name)?.Id
                        ?? throw new CommandException(ExitCodes.WrongUsage, "there is no class of that name");
                }

                var since = parsed.GetValue(from) ?? await new Pages.SchoolCalendar(services.GetRequiredService<Records.IRecordsFactory>(), services.GetRequiredService<TimeProvider>()).TodayAsync(school, stop);
                var device = new NewDevice(parsed.GetValue(label)!.Trim(), parsed.GetValue(make)!.Trim(), parsed.GetValue(model)!.Trim(), parsed.GetValue(serial)!.Trim(), belongs, since, parsed.GetValue(until), parsed.GetValue(permitted)!.Trim())
                {
                    Folder = parsed.GetValue(folder)!.Trim(),
                };
                return End(await services.GetRequiredService<IDeviceBook>().AddAsync(school, device, user, stop));
            },
            stop));
        return command;
    }

    private static Command Act(string name, string says, Func<IDeviceBook, SchoolId, DeviceId, UserId?, CancellationToken, Task<DeviceOutcome>> act)
    {
        var (data, by) = (Place.DataOption(), ByOption());
        var id = new Argument<Guid>("id") { Description = "Its id; `mediaguard device list` shows them." };
        var command = new Command(name, says) { id, by, data };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            parsed.GetValue(by),
            async (services, school, user) => End(await act(services.GetRequiredService<IDeviceBook>(), school, new DeviceId(parsed.GetValue(id)), user, stop)),
            stop));
        return command;
    }

    private static int End(DeviceOutcome outcome)
    {
        if (outcome.Wrong is { } wrong)
        {
            throw new CommandException(ExitCodes.SomeFailed, wrong);
        }

        Console.WriteLine(outcome.Device);
        return ExitCodes.Done;
    }

    private static Option<string?> ByOption() => new("--by") { Description = "The mail address of the account in whose name it is done." };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsControl(c)));
}
