using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Exchange;

/// <summary>A file of people from the national education database: compared, followed in part, taken back.</summary>
public sealed class StaffImportTests : IAsyncLifetime
{
    private static readonly DateOnly AsOf = new(2026, 2, 1);

    private TestApp app = null!;
    private World world = null!;
    private Person administrator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        administrator = await app.Data.PersonAsync(Role.Administrator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Comparing_tells_every_difference_and_changes_nothing()
    {
        var same = await app.Data.PersonAsync(Role.Teacher, familyName: "Сапаров");
        var moved = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool, "Оспанов");
        var promoted = await app.Data.PersonAsync(Role.Teacher, familyName: "Тілеуов");
        var gone = await app.Data.PersonAsync(Role.Teacher, familyName: "Мұратов");
        var before = await EmploymentsAsync();

        var id = await CompareAsync(
            $"ЖСН;Тегі;Аты;Ұйым коды;Лауазымы\n{Row(same, "S1", "мұғалім")}{Row(moved, "S1", "учитель")}{Row(promoted, "S1", "директордың орынбасары")}{TestData.NewIin(901)};Жаңа;Адам;S1;мұғалім\n850101400012;Қате;Жсн;S1;мұғалім\n{TestData.NewIin(902)};Аспаз;Адам;S1;аспаз\n{TestData.NewIin(903)};Бөтен;Адам;S99;мұғалім\n");

        var view = await ViewAsync(id);
        Assert.Equal(RegisterImportStatus.Compared, view.Status);
        Assert.Equal(
            new Dictionary<RegisterFinding, int>
            {
                [RegisterFinding.Same] = 1,
                [RegisterFinding.OnlyThere] = 1,
                [RegisterFinding.NewWorkplace] = 1,
                [RegisterFinding.OtherPosition] = 1,
                [RegisterFinding.PerhapsHere] = 1,
                [RegisterFinding.UnknownPosition] = 1,
                [RegisterFinding.Fault] = 2,
            },
            view.Counts);

        // a row of the school is mistyped: it may be the one who seems to be gone
        var absent = Assert.Single((await ViewAsync(id, RegisterFinding.PerhapsHere)).Differences.Items);
        Assert.DoesNotContain(RegisterFinding.PerhapsHere, view.Applicable);
        Assert.Equal((0, gone.Iin, "Teacher"), (absent.Row, absent.Iin, absent.Ours));
        var faults = (await ViewAsync(id, RegisterFinding.Fault)).Differences.Items;
        Assert.Equal([(6, "iin_check_digit_wrong"), (8, "organisation_unknown")], faults.Select(f => (f.Row, f.Why!)));
        Assert.Equal(before, await EmploymentsAsync());
        Assert.Contains(promoted.Iin, before.Select(e => e.Iin));
    }

    [Fact]
    public async Task Only_what_is_confirmed_is_written_and_confirming_again_writes_nothing_twice()
    {
        var moved = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);
        var gone = await app.Data.PersonAsync(Role.SchoolCoordinator);
        var newcomer = TestData.NewIin(901);
        var id = await CompareAsync($"ИИН,ФИО,Код организации,Должность,Работает с\n{moved.Iin},\"{moved.FamilyName} {moved.GivenName}\",S1,учитель,15.01.2026\n{newcomer},Жаңа Адам Ұлы,S1,учитель,\n");

        await FollowAsync(id, RegisterFinding.OnlyThere);
        Assert.Equal([(newcomer, world.School.Id, Position.Teacher, AsOf, null)], (await EmploymentsAsync()).Where(e => e.Iin == newcomer));
        Assert.Single(await EmploymentsAsync(), e => e.Iin == moved.Iin);
        Assert.Equal("Жаңа Адам Ұлы", await app.LookAsync(db => db.Persons.Where(p => p.Iin == newcomer).Select(p => p.FamilyName + " " + p.GivenName + " " + p.Patronymic).SingleAsync()));

        await FollowAsync(id, RegisterFinding.OnlyThere, RegisterFinding.NewWorkplace, RegisterFinding.OnlyHere);
        var after = await EmploymentsAsync();
        Assert.Single(after, e => e.Iin == newcomer);
        Assert.Contains((moved.Iin, world.School.Id, Position.Teacher, new DateOnly(2026, 1, 15), null), after);
        Assert.Equal(AsOf.AddDays(-1), Assert.Single(after, e => e.Iin == gone.Iin).To);

        // who works there no longer may do nothing for the school
        Assert.Empty(await app.LookAsync(db => db.Persons.Where(p => p.Id == gone.Id).SelectMany(p => p.Roles).ToListAsync()));
    }

    [Fact]
    public async Task Another_position_ends_the_former_one_and_begins_where_the_file_says()
    {
        var promoted = await app.Data.PersonAsync(Role.Teacher);
        var id = await CompareAsync($"ЖСН;ТАӘ;Ұйым коды;Лауазымы\n{promoted.Iin};{promoted.FullName};s1;директор\n");

        await FollowAsync(id, RegisterFinding.OtherPosition);

        Assert.Equal(
            [(Position.Teacher, AsOf.AddDays(-1)), (Position.Head, null)],
            (await EmploymentsAsync()).Where(e => e.Iin == promoted.Iin).OrderBy(e => e.From).Select(e => (e.Position, e.To)));
    }

    [Fact]
    public async Task An_import_is_taken_back_but_for_what_rests_on_it()
    {
        var gone = await app.Data.PersonAsync(Role.SchoolCoordinator);
        var (stays, goes) = (TestData.NewIin(901), TestData.NewIin(902));
        var before = await EmploymentsAsync();
        var id = await CompareAsync($"ЖСН;Тегі;Аты;Ұйым коды;Лауазымы\n{stays};Қалды;Адам;S1;мұғалім\n{goes};Кетті;Адам;S1;мұғалім\n");
        await FollowAsync(id, RegisterFinding.OnlyThere, RegisterFinding.OnlyHere);
        var person = await app.LookAsync(db => db.Persons.SingleAsync(p => p.Iin == stays));
        await app.Data.SaveAsync(new CategoryRecord { PersonId = person.Id, Category = "moderator", GrantedOn = AsOf, Ground = "№ 1" });

        Assert.Null((await app.SendAs(administrator, new UndoRegisterImportCommand(id))).Error);
        await app.SendAsSystem(new RunRegisterImportCommand(id));

        Assert.Equal(before, await EmploymentsAsync());
        Assert.Equal([stays], await app.LookAsync(db => db.Persons.Where(p => p.Iin == stays || p.Iin == goes).Select(p => p.Iin).ToListAsync()));
        Assert.Equal([Role.SchoolCoordinator], await app.LookAsync(db => db.Persons.Where(p => p.Id == gone.Id).SelectMany(p => p.Roles).Select(r => r.Role).ToListAsync()));
        var view = await ViewAsync(id);
        Assert.Equal((RegisterImportStatus.Undone, 0, 1), (view.Status, view.Written, view.Kept));
        Assert.Empty(await app.LookAsync(db => db.TrainingStates.Where(s => !db.Persons.Any(p => p.Id == s.PersonId)).ToListAsync()));
    }

    [Fact]
    public async Task Categories_are_told_and_never_written()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.SaveAsync(new CategoryRecord { PersonId = teacher.Id, Category = "moderator", GrantedOn = new DateOnly(2024, 6, 1), Ground = "№ 1" });
        var id = await CompareAsync($"ЖСН;ТАӘ;Ұйым коды;Лауазымы;Санаты\n{teacher.Iin};{teacher.FullName};S1;мұғалім;бірінші санатты басшы\n");

        var view = await ViewAsync(id);

        Assert.Equal(1, view.Counts[RegisterFinding.OtherCategory]);
        Assert.Equal("head_cat1", Assert.Single((await ViewAsync(id, RegisterFinding.UnfitCategory)).Differences.Items).Ours);
        Assert.Empty(view.Applicable);
        Assert.Equal("register_follow_nothing", Code(await app.SendAs(administrator, new ConfirmRegisterImportCommand(id, [RegisterFinding.OtherCategory]))));
    }

    [Fact]
    public async Task A_split_organisation_is_told_by_its_name_and_else_not_guessed()
    {
        var part = world.District.Under(OrganisationKind.School, "S14B", TestData.Text("№14 гимназия"));
        await app.Data.SaveAsync(part, new OrganisationAlias { OrganisationId = part.Id, Text = "S1" });
        var (named, unnamed) = (TestData.NewIin(901), TestData.NewIin(902));

        var id = await CompareAsync($"ЖСН;ТАӘ;Ұйым коды;Ұйым атауы;Білім беру ұйымы;Лауазымы\n{named};Бар Атау;S1;;№14 гимназия;мұғалім\n{unnamed};Жоқ Атау;S1;;;мұғалім\n");
        await FollowAsync(id, RegisterFinding.OnlyThere);

        Assert.Equal(part.Id, Assert.Single(await EmploymentsAsync(), e => e.Iin == named).OrganisationId);
        Assert.Equal("organisation_ambiguous", Assert.Single((await ViewAsync(id, RegisterFinding.Fault)).Differences.Items).Why);
    }

    [Fact]
    public async Task A_former_name_finds_the_organisation()
    {
        await app.SendAs(administrator, new Application.Organisations.RenameOrganisationCommand(world.School.Id, "Абай атындағы лицей", "Лицей имени Абая", null));
        var iin = TestData.NewIin(901);

        var id = await CompareAsync($"ЖСН;ТАӘ;Мектеп;Аудан;Лауазымы\n{iin};Бұрынғы Атау;№14 мектеп;Сарыкөл ауданы;мұғалім\n");

        Assert.Equal(1, (await ViewAsync(id)).Counts[RegisterFinding.OnlyThere]);
    }

    [Theory]
    [InlineData("2025", "another_day")]
    [InlineData("01.02.2025", "another_day")]
    [InlineData("2025-2026 оқу жылы", null)]
    [InlineData("01.02.2026", null)]
    public async Task A_row_of_another_year_is_not_used(string asOf, string? why)
    {
        var id = await CompareAsync($"ЖСН;ТАӘ;Ұйым коды;Лауазымы;Жылы\n{TestData.NewIin(901)};Басқа Жыл;S1;мұғалім;{asOf}\n");

        Assert.Equal(why, (await ViewAsync(id)).Differences.Items[0].Why);
    }

    [Theory]
    [InlineData("01.02.2026", null)]
    [InlineData("02.02.2026", "since_to_come")]
    [InlineData("15.03.2001", null)]
    [InlineData("14.03.2001", "since_too_early")]
    [InlineData("кеше", "date_unreadable")]
    public async Task The_first_day_of_work_lies_between_sixteen_years_and_the_day_of_the_file(string since, string? why)
    {
        var id = await CompareAsync($"ЖСН;ТАӘ;Ұйым коды;Лауазымы;Қабылданған күні\n{TestData.NewIin(901)};Бір Адам;S1;мұғалім;{since}\n");

        Assert.Equal(why, (await ViewAsync(id)).Differences.Items[0].Why);
    }

    [Fact]
    public async Task Half_of_the_numbers_wrong_keeps_the_other_half_and_says_which()
    {
        var good = Enumerable.Range(901, 40).Select(TestData.NewIin).Distinct().ToList();
        var text = new StringBuilder("ЖСН;ТАӘ;Ұйым коды;Лауазымы\n");
        foreach (var iin in good)
        {
            text.Append(CultureInfo.InvariantCulture, $"{iin};Дұрыс Адам;S1;мұғалім\n{iin[..^1]}{(iin[^1] - '0' + 1) % 10};Қате Адам;S1;мұғалім\n");
        }

        var view = await ViewAsync(await CompareAsync(text.ToString()));

        Assert.Equal((good.Count, good.Count), (view.Counts[RegisterFinding.OnlyThere], view.Counts[RegisterFinding.Fault]));
    }

    [Fact]
    public async Task The_same_file_twice_is_one_import_and_a_person_twice_at_a_school_is_told()
    {
        var text = $"ЖСН;ТАӘ;Ұйым коды;Лауазымы\n{TestData.NewIin(901)};Екі Рет;S1;мұғалім\n{TestData.NewIin(901)};Екі Рет;S1;мұғалім\n{TestData.NewIin(901)};Екі Рет;S2;мұғалім\n";

        var ids = await Task.WhenAll(ReceiveAsync(text), ReceiveAsync(text));
        await app.SendAsSystem(new RunRegisterImportCommand(ids[0]));

        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(1, await app.LookAsync(db => db.RegisterImports.CountAsync()));
        Assert.Equal((2, 1), ((await ViewAsync(ids[0])).Counts[RegisterFinding.OnlyThere], (await ViewAsync(ids[0])).Counts[RegisterFinding.Fault]));
    }

    [Fact]
    public async Task Broken_off_anywhere_it_goes_on_and_ends_as_if_it_had_not_been()
    {
        var text = new StringBuilder("ЖСН;ТАӘ;Ұйым коды;Лауазымы\n");
        foreach (var iin in Enumerable.Range(0, 10_000)
            .Select(serial => string.Create(CultureInfo.InvariantCulture, $"9001014{serial:0000}"))
            .Where(eleven => Iin.CheckDigit(eleven) is not null)
            .Select(eleven => string.Create(CultureInfo.InvariantCulture, $"{eleven}{Iin.CheckDigit(eleven)}"))
            .Take((2 * RegisterImport.PortionRows) + 10))
        {
            text.Append(CultureInfo.InvariantCulture, $"{iin};Көп Адам;S1;мұғалім\n");
        }

        var gone = await app.Data.PersonAsync(Role.Teacher);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.UseAsync(services => SendStoppedAsync(
            services, new ReceiveRegisterCommand(RegisterKind.Staff, AsOf, world.Region.Id, Bytes(text.ToString()), "staff.csv", _ => stop.Cancel()), stop.Token)));
        Assert.Equal(1, await app.LookAsync(db => db.RegisterPortions.CountAsync()));

        var id = await ReceiveAsync(text.ToString());
        using var again = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.UseAsync(services => SendStoppedAsync(services, new RunRegisterImportCommand(id, _ => again.Cancel()), again.Token)));
        Assert.Equal(1, await app.LookAsync(db => db.RegisterPortions.CountAsync(p => p.Findings != null)));

        await app.SendAsSystem(new RunRegisterImportCommand(id));
        var view = await ViewAsync(id);
        Assert.Equal((2010, 1), (view.Counts[RegisterFinding.OnlyThere], view.Counts[RegisterFinding.OnlyHere]));
        Assert.Equal(gone.Iin, (await ViewAsync(id, RegisterFinding.OnlyHere)).Differences.Items[0].Iin);
        Assert.Equal(20, (await ViewAsync(id, RegisterFinding.OnlyThere, 60)).Differences.Items.Count);
    }

    [Fact]
    public async Task Only_who_reaches_the_place_exchanges_it()
    {
        var regional = await app.Data.PersonAsync(Role.Administrator, w => w.OtherRegion);
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var id = await CompareAsync($"ЖСН;ТАӘ;Ұйым коды;Лауазымы\n{TestData.NewIin(901)};Бір Адам;S1;мұғалім\n");

        Assert.Equal(ErrorKind.NotFound, (await app.SendAs(regional, new GetRegisterImportQuery(id, null, 1))).Error!.Kind);
        Assert.Equal(ErrorKind.NotFound, (await app.SendAs(regional, new ConfirmRegisterImportCommand(id, [RegisterFinding.OnlyThere]))).Error!.Kind);
        Assert.Equal(ErrorKind.NotFound, (await app.SendAs(regional, Receive("ЖСН\n850101400011\n"))).Error!.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await app.SendAs(teacher, Receive("ЖСН\n850101400011\n"))).Error!.Kind);
        Assert.Equal(ErrorKind.SignInNeeded, (await app.SendAs(null, new GetRegisterImportsQuery(1))).Error!.Kind);
    }

    [Fact]
    public async Task Rows_are_not_audited_and_do_not_stay_for_ever_but_what_was_written_is_audited()
    {
        var iin = TestData.NewIin(901);
        var id = await CompareAsync($"ЖСН;ТАӘ;Ұйым коды;Лауазымы\n{iin};Бір Адам;S1;мұғалім\n");
        await FollowAsync(id, RegisterFinding.OnlyThere);

        Assert.False(await app.LookAsync(db => db.AuditProcesses.AnyAsync(p => p.Events.Any(e => e.Record == nameof(RegisterPortion)))));
        Assert.True(await app.LookAsync(db => db.AuditProcesses.AnyAsync(p => p.Name == nameof(ApplyRegisterPortionCommand) && p.Events.Any(e => e.Record == nameof(Person)))));

        app.Time.Advance(RegisterImport.RowsKeptFor + TimeSpan.FromDays(1));
        await app.SendAsSystem(new DropOldRegisterRowsCommand());
        Assert.Equal(0, await app.LookAsync(db => db.RegisterPortions.CountAsync()));
        Assert.Equal("register_rows_gone", (await app.SendAs(administrator, new UndoRegisterImportCommand(id))).Error!.Code);
    }

    [Theory]
    [InlineData("staff.csv", "", "list_empty")]
    [InlineData("staff.csv", "a;b\n1;2\n", "register_without_key_column")]
    [InlineData("staff.csv", "ЖСН;ТАӘ\n", "list_empty")]
    [InlineData("staff.exe", "MZ\0\0\0", "list_file_not_taken")]
    [InlineData("", "ЖСН\n1\n", "file_missing")]
    public async Task A_file_that_cannot_be_read_is_refused_in_words(string name, string text, string code) =>
        Assert.Equal(code, Code(await app.SendAs(administrator, new ReceiveRegisterCommand(RegisterKind.Staff, AsOf, world.Region.Id, Bytes(text), name))));

    private static string Row(Person person, string school, string position) => $"{person.Iin};{person.FamilyName};{person.GivenName};{school};{position}\n";

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string? Code<T>(Result<T> result) => result.Error is InvalidInput input ? input.Faults[0].Code : result.Error?.Code;

    private static async Task SendStoppedAsync<T>(IServiceProvider services, MediatR.IRequest<Result<T>> request, CancellationToken cancellationToken)
    {
        ((Access.CurrentUser)services.GetService(typeof(Access.CurrentUser))!).ActsAsSystem();
        await ((MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!).Send(request, cancellationToken);
    }

    private ReceiveRegisterCommand Receive(string text) => new(RegisterKind.Staff, AsOf, world.Ministry.Id, Bytes(text), "staff.csv");

    private async Task<Guid> ReceiveAsync(string text)
    {
        var result = await app.SendAs(administrator, new ReceiveRegisterCommand(RegisterKind.Staff, AsOf, text.Contains(";S2;", StringComparison.Ordinal) ? world.Ministry.Id : world.Region.Id, Bytes(text), "staff.csv"));
        return result.Value;
    }

    private async Task<Guid> CompareAsync(string text)
    {
        var id = await ReceiveAsync(text);
        Assert.Null((await app.SendAsSystem(new RunRegisterImportCommand(id))).Error);
        return id;
    }

    private async Task FollowAsync(Guid id, params RegisterFinding[] follow)
    {
        Assert.Null((await app.SendAs(administrator, new ConfirmRegisterImportCommand(id, follow))).Error);
        Assert.Null((await app.SendAsSystem(new RunRegisterImportCommand(id))).Error);
        Assert.Equal(RegisterImportStatus.Applied, (await ViewAsync(id)).Status);
    }

    private async Task<RegisterImportView> ViewAsync(Guid id, RegisterFinding? finding = null, int page = 1) =>
        (await app.SendAs(administrator, new GetRegisterImportQuery(id, finding, page))).Value;

    private Task<List<(string Iin, Guid OrganisationId, Position Position, DateOnly From, DateOnly? To)>> EmploymentsAsync() => app.LookAsync(async db =>
        (await db.Persons.SelectMany(p => p.Employments, (p, e) => new { p.Iin, e.OrganisationId, e.Position, e.From, e.To }).OrderBy(e => e.Iin).ThenBy(e => e.From).ToListAsync())
        .ConvertAll(e => (e.Iin, e.OrganisationId, e.Position, e.From, e.To)));
}
