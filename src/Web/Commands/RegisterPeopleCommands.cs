using System.CommandLine;
using System.Net.Mail;
using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Commands;

/// <summary>Guardians of one person, and erasing one.</summary>
internal static class RegisterPeopleCommands
{
    public static Command Guardians()
    {
        var (data, json, by, person) = (Place.DataOption(), Place.JsonOption(), RegisterCommand.ByOption(), PersonOption());
        var add = new Option<string?>("--add") { Description = "The name of one to add." };
        var mail = new Option<string>("--mail") { Description = "With --add: where their link goes.", DefaultValueFactory = _ => "" };
        var without = new Option<bool>("--without-responsibility") { Description = "With --add: they have no parental responsibility." };
        var end = new Option<Guid?>("--end") { Description = "The id of one who is a guardian no longer." };
        var command = new Command("guardians", "A person's parents and guardians: list, add, end.") { person, add, mail, without, end, by, data, json };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            parsed.GetValue(by),
            async (services, school, user) =>
            {
                var found = await FindAsync(services, school, parsed.GetValue(person)!, stop);
                var book = services.GetRequiredService<IGuardianBook>();
                if (parsed.GetValue(add) is { } name)
                {
                    var address = parsed.GetValue(mail)!.Trim();
                    if (name.Trim().Length is 0 or > 200 || (address.Length > 0 && (address.Length > 254 || !MailAddress.TryCreate(address, out _))))
                    {
                        throw new CommandException(ExitCodes.WrongUsage, "give a name of at most 200 letters, and a mail address such as parent@example.org or none");
                    }

                    await book.AddAsync(school, found, new GuardianEdit(name.Trim(), address, !parsed.GetValue(without)), user, stop);
                }

                if (parsed.GetValue(end) is { } ended && !await book.EndAsync(school, found, ended, user, stop))
                {
                    throw new CommandException(ExitCodes.WrongUsage, "the person has no such guardian");
                }

                foreach (var g in await book.ListAsync(school, found, stop))
                {
                    RegisterCommand.Write(
                        parsed.GetValue(json),
                        new { guardian = g.Id, name = g.Name, mail = g.Email, responsibility = g.HasResponsibility, endedOn = g.EndedOn },
                        $"{g.Id}  {g.Name}  {g.Email}{(g.HasResponsibility ? "" : "  (no parental responsibility)")}{(g.EndedOn is { } day ? $"  (until {day:yyyy-MM-dd})" : "")}");
                }

                return ExitCodes.Done;
            },
            stop));
        return command;
    }

    public static Command Erase()
    {
        var (data, by, person) = (Place.DataOption(), RegisterCommand.ByOption(), PersonOption());
        var sure = new Option<bool>("--sure") { Description = "Do it; it can't be undone." };
        var command = new Command("erase", "Erase a person: what is out comes back, and nothing left leads to them.") { person, sure, by, data };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            parsed.GetValue(by),
            async (services, school, user) =>
            {
                var found = await FindAsync(services, school, parsed.GetValue(person)!, stop);
                if (!parsed.GetValue(sure))
                {
                    throw new CommandException(ExitCodes.WrongUsage, "nothing was erased; it can't be undone, so say --sure");
                }

                await services.GetRequiredService<IRegisterBook>().EraseAsync(school, found, user, stop);
                return RegisterCommand.Say("erased; what is out is called back", ExitCodes.Done);
            },
            stop));
        return command;
    }

    private static Option<string> PersonOption() => new("--person") { Description = "UPN or MIS number.", Required = true };

    private static async Task<PersonId> FindAsync(IServiceProvider services, SchoolId school, string key, CancellationToken cancellationToken) =>
        await services.GetRequiredService<IRegisterViews>().FindAsync(school, key, cancellationToken) ?? throw new CommandException(ExitCodes.SomeFailed, "nobody on the register has that number");
}
