using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Groups.Lists;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups.Lists;

/// <summary>A list of people: looked at, confirmed, and what does not go is given back with the reason.</summary>
public sealed class ImportListTests : IAsyncLifetime
{
    private static readonly DateOnly DocumentDate = new(2026, 2, 5);

    private TestApp app = null!;
    private World world = null!;
    private Person coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Looking_writes_nobody_and_confirming_enrols_in_the_order_of_the_list()
    {
        var group = await app.Data.OpenGroupAsync(capacity: 2);
        var people = await TeachersAsync(4);
        var list = await SendAsync(group, $"ЖСН\n{string.Join('\n', people.Select(p => p.Iin))}");

        var preview = await PreviewAsync(group, list);
        Assert.Equal([ListRowState.Ready, ListRowState.Ready, ListRowState.Waiting, ListRowState.Waiting], preview.Rows!.Items.Select(r => r.State));
        Assert.Equal(people.Select(p => p.FullName), preview.Rows.Items.Select(r => r.Name));
        Assert.Empty(await EnrolmentsAsync(group));

        var outcome = await ImportAsync(group, list);

        Assert.Equal(new ListOutcome(2, 2, 0), outcome);
        var enrolments = await EnrolmentsAsync(group);
        Assert.Equal([EnrolmentStatus.Accepted, EnrolmentStatus.Accepted, EnrolmentStatus.WaitingList, EnrolmentStatus.WaitingList], people.Select(p => enrolments[p.Id].Status));
        Assert.Equal([null, null, 1, 2], people.Select(p => enrolments[p.Id].WaitingNumber));
        Assert.All(enrolments.Values, e => Assert.Equal((EnrolmentOrigin.List, "№ 17-3, 05.02.2026", world.School.Id), (e.Origin, e.Basis, e.SchoolId!.Value)));
        Assert.Equal(2, await app.LookAsync(db => db.Portfolios.CountAsync()));
    }

    [Fact]
    public async Task Confirming_twice_does_it_once_and_the_rows_do_not_stay()
    {
        var group = await app.Data.OpenGroupAsync();
        var list = await SendAsync(group, $"ЖСН\n{string.Join('\n', (await TeachersAsync(3)).Select(p => p.Iin))}");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ImportAsync(group, list)));

        Assert.All(outcomes, o => Assert.Equal(new ListOutcome(3, 0, 0), o));
        Assert.Equal(3, (await EnrolmentsAsync(group)).Count);
        Assert.Equal(0, await app.LookAsync(db => db.EnrolmentListRows.CountAsync()));
        Assert.False(await app.LookAsync(db => db.AuditProcesses.AnyAsync(p => p.Events.Any(e => e.Record == nameof(EnrolmentListRows)))));
    }

    [Fact]
    public async Task A_quota_holds_and_a_region_without_one_waits()
    {
        var version = await app.Data.ProgrammeAsync();
        await app.Data.QuotaAsync(version, world.Region, 1);
        var group = await app.Data.OpenGroupAsync(version);
        var here = await TeachersAsync(2);
        var there = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);
        var list = await SendAsync(group, $"ЖСН;Облыс\n{there.Iin};Костанайская область\n{here[0].Iin};Қостанай обл.\n{here[1].Iin};");

        var rows = (await PreviewAsync(group, list)).Rows!.Items;

        Assert.Equal([ListRowState.Waiting, ListRowState.Ready, ListRowState.Waiting], rows.Select(r => r.State));
        Assert.Equal(["lists.row.other_region", "lists.row.no_quota"], rows[0].Remarks.Select(r => r.Key));
        Assert.Empty(rows[1].Remarks);
        Assert.Equal(["lists.row.waits"], rows[2].Remarks.Select(r => r.Key));
        Assert.Equal(new ListOutcome(1, 2, 0), await ImportAsync(group, list));
    }

    [Fact]
    public async Task Another_school_than_that_of_the_register_is_told_and_keeps_back_nobody()
    {
        var group = await app.Data.OpenGroupAsync();
        var people = await TeachersAsync(6);
        await app.Data.ChangeAsync(async db =>
            (await db.Persons.Include(p => p.Employments).SingleAsync(p => p.Id == people[4].Id)).WorksAt(world.OtherSchool.Id, Position.Teacher, new DateOnly(2016, 9, 1)));
        var list = await SendAsync(group, string.Join('\n',
        [
            "ЖСН;Мектеп;Аты-жөні",
            $"{people[0].Iin};№ 14 мектеп;",
            $"{people[1].Iin};№99 мектеп;",
            $"{people[2].Iin};{world.School.Code};",
            $"{people[3].Iin};;",
            $"{people[4].Iin};№14 мектеп;",
            $"{people[5].Iin};№99 мектеп;Басқа Біреу",
        ]));

        var rows = (await PreviewAsync(group, list)).Rows!.Items;

        Assert.Equal(
            [[], ["lists.row.other_school"], [], [], [], ["lists.row.other_name"]],
            rows.Select(r => r.Remarks.Select(m => m.Key).ToArray()));
        Assert.Equal(world.School.Name, rows[1].Remarks.Single().Args.Single());
        Assert.Equal(ListRowState.Ready, rows[1].State);
        Assert.Equal(5, (await ImportAsync(group, list)).Enrolled);
    }

    [Fact]
    public async Task Each_fault_is_named_at_its_row_and_keeps_back_no_other()
    {
        var version = await app.Data.ProgrammeAsync(code: "P01");
        var other = await app.Data.ProgrammeAsync(code: "P02");
        var group = await app.Data.OpenGroupAsync(version);
        var known = await TeachersAsync(10);
        await app.Data.EnrolmentAsync(group, known[1]);
        await app.Data.EnrolmentAsync(group, known[2], EnrolmentStatus.Declined);
        await app.Data.EnrolmentAsync(group, known[3], EnrolmentStatus.Withdrawn);
        var title = await app.LookAsync(db => db.Programmes.Where(p => p.Id == version.ProgrammeId).Select(p => p.Title).SingleAsync());
        var wrong = known[4].Iin[..11] + (char)('0' + ((known[4].Iin[11] - '0' + 1) % 10));
        string[] rows =
        [
            $"{known[0].Iin};{known[0].FullName};{title.Ru.ToUpperInvariant()};12 наурыз 2026 ж.",
            $"{known[0].Iin[..6]} {known[0].Iin[6..]};{known[0].FullName};;",
            $"{known[1].Iin};;;",
            $"{known[2].Iin};;;",
            $"{known[3].Iin};;;12 января 2026 г.",
            $"{wrong};{known[4].FullName};;",
            ";Омарова Ару;;",
            $"{known[5].Iin};Басқа Біреу;;",
            $"{known[6].Iin};;P02;",
            $"{known[9].Iin};;Белгісіз курс;",
            $"{known[7].Iin};;p01;кеше",
            $"{TestData.NewIin(900)};Жаңа Адам;;",
            $"{known[8].Iin};;P01;01.02.2026",
        ];
        var list = await SendAsync(group, $"ИИН;ФИО;Программа;Дата приказа\n{string.Join('\n', rows)}");

        var preview = await PreviewAsync(group, list);

        Assert.Equal(
            [
                "lists.row.date_to_come", "", "lists.row.already", "lists.row.declined", "", "error.iin_check_digit_wrong", "lists.row.iin_missing",
                "lists.row.other_name", "lists.row.other_programme", "lists.row.programme_unknown", "lists.row.date_unreadable", "lists.row.school_missing", "",
            ],
            preview.Rows!.Items.Select(r => string.Join(',', r.Remarks.Where(m => m.IsFault).Select(m => m.Key))));
        Assert.Equal("Басқа Біреу", preview.Rows.Items[7].Name);
        Assert.Equal(new ListOutcome(3, 0, 10), await ImportAsync(group, list));
        var enrolments = await EnrolmentsAsync(group);
        Assert.Equal(EnrolmentStatus.Accepted, enrolments[known[3].Id].Status);
        Assert.Equal("№ 17-3, 05.02.2026 (12.01.2026)", enrolments[known[3].Id].Basis);
        Assert.Equal("№ 17-3, 05.02.2026 (01.02.2026)", enrolments[known[8].Id].Basis);
        Assert.NotEqual(version.Id, other.Id);

        var faults = (await app.SendAs(coordinator, new GetListFaultsQuery(group.Id, list))).Value;
        Assert.Equal(["ИИН", "ФИО", "Программа", "Дата приказа"], faults.Headings);
        Assert.Equal(10, faults.Lines.Count);
        Assert.Equal(rows[0].Split(';'), faults.Lines[0].Cells);
        Assert.All(faults.Lines, line => Assert.NotEmpty(line.Why!.Kk));
    }

    [Fact]
    public async Task A_number_that_stands_twice_names_the_other_row()
    {
        var group = await app.Data.OpenGroupAsync();
        var person = (await TeachersAsync(1))[0];
        var list = await SendAsync(group, $"ЖСН;Аты-жөні\n{person.Iin};{person.FullName}\n{person.Iin[..4]}\u00a0{person.Iin[4..]};{person.FullName}");

        var rows = (await PreviewAsync(group, list)).Rows!.Items;

        Assert.Equal([ListRowState.Ready, ListRowState.Wrong], rows.Select(r => r.State));
        var remark = Assert.Single(rows[1].Remarks);
        Assert.Equal(("lists.row.twice", 2, person.FullName), (remark.Key, remark.Args[0], remark.Args[1]));
    }

    [Fact]
    public async Task Somebody_unknown_is_added_with_number_names_and_a_school_that_is_found_and_gets_a_password_later()
    {
        var group = await app.Data.OpenGroupAsync();
        var iin = TestData.NewIin(901);
        var list = await SendAsync(group, $"""
            Фамилия,Имя,ИИН,Район,Школа
            Oмаров,Eрлан,{iin},Сарыкөл ауд.,КГУ "Школа № 14"
            Омаров,Нұрлан,{TestData.NewIin(902)},Жоқ аудан,№14 мектеп
            Омаров,Қуаныш,{TestData.NewIin(903)},,№99 мектеп
            """);

        var rows = (await PreviewAsync(group, list)).Rows!.Items;
        Assert.Equal(["lists.row.new_person"], rows[0].Remarks.Select(r => r.Key));
        Assert.Equal(["lists.row.place_not_found"], rows[1].Remarks.Select(r => r.Key));
        Assert.Equal(["lists.row.school_not_found"], rows[2].Remarks.Select(r => r.Key));
        Assert.Equal(new ListOutcome(1, 0, 2), await ImportAsync(group, list));

        var person = await app.LookAsync(db => db.Persons.Include(p => p.Roles).Include(p => p.Employments).SingleAsync(p => p.Iin == iin));
        Assert.Equal("Омаров Ерлан", person.FullName);
        Assert.Equal((Role.Teacher, world.School.Id), (person.Roles.Single().Role, person.Roles.Single().OrganisationId));
        Assert.Equal(world.School.Id, person.Employments.Single().OrganisationId);
        Assert.False(await app.LookAsync(db => db.Users.AnyAsync(u => u.PersonId == person.Id)));
        Assert.Equal(world.Region.Id, (await EnrolmentsAsync(group))[person.Id].RegionId);

        var administrator = await app.Data.PersonAsync(Role.Administrator);
        Assert.True((await app.SendAs(administrator, new ResetPasswordCommand(person.Id))).IsOk);
    }

    [Fact]
    public async Task Two_schools_of_one_name_are_not_guessed_between()
    {
        await app.Data.SaveAsync(world.OtherRegion.Under(Domain.Organisations.OrganisationKind.School, "S14", TestData.Text("№14 мектеп")));
        var group = await app.Data.OpenGroupAsync();
        var list = await SendAsync(group, $"""
            ЖСН;Тегі;Аты;Облыс;Мектеп
            {TestData.NewIin(904)};Омаров;Ерлан;;№14 мектеп
            {TestData.NewIin(905)};Омаров;Нұрлан;Түркістан;№14 мектеп
            {TestData.NewIin(906)};Омаров;Қуаныш;;s14
            """);

        var rows = (await PreviewAsync(group, list)).Rows!.Items;

        Assert.Equal(["lists.row.school_ambiguous", "lists.row.new_person", "lists.row.new_person"], rows.Select(r => Assert.Single(r.Remarks).Key));
    }

    [Fact]
    public async Task A_team_comes_whole_or_not_at_all()
    {
        var group = await app.Data.OpenGroupAsync(await app.Data.ProgrammeAsync(teamSize: 3), capacity: 4);
        var whole = await TeachersAsync(3);
        var part = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);
        var list = await SendAsync(group, $"ЖСН\n{part.Iin}\n{string.Join('\n', whole.Select(p => p.Iin))}");

        Assert.Equal(new ListOutcome(3, 0, 1), await ImportAsync(group, list));

        var enrolments = await EnrolmentsAsync(group);
        Assert.Single(whole.Select(p => enrolments[p.Id].TeamId).Distinct(), team => team is not null);
    }

    [Fact]
    public async Task A_list_is_only_its_owners_and_only_of_a_group_of_the_branch()
    {
        var group = await app.Data.OpenGroupAsync();
        var foreign = await app.Data.OpenGroupAsync(inOtherBranch: true);
        var colleague = await app.Data.PersonAsync(Role.Coordinator);
        var list = await SendAsync(group, $"ЖСН\n{(await TeachersAsync(1))[0].Iin}");

        Assert.IsType<NotFound>((await app.SendAs(colleague, new GetListQuery(group.Id, list))).Error);
        Assert.IsType<NotFound>((await app.SendAs(colleague, Import(group, list))).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, Import(foreign, list))).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, Read(foreign, "ЖСН\n1"))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(Role.Trainer), Read(group, "ЖСН\n1"))).Error);
        Assert.Empty(await EnrolmentsAsync(group));
    }

    [Fact]
    public async Task The_document_is_asked_for_and_a_group_that_began_takes_no_list()
    {
        var group = await app.Data.OpenGroupAsync();
        var list = await SendAsync(group, $"ЖСН\n{(await TeachersAsync(1))[0].Iin}");

        Assert.IsType<InvalidInput>((await app.SendAs(coordinator, new ImportListCommand(group.Id, list, " ", DocumentDate))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(coordinator, new ImportListCommand(group.Id, list, "7", null))).Error);
        Assert.IsType<DocumentDateToCome>((await app.SendAs(coordinator, new ImportListCommand(group.Id, list, "7", DocumentDate.AddYears(1)))).Error);
        app.Time.Advance(TimeSpan.FromDays(30));
        Assert.IsType<GroupNotRecruiting>((await app.SendAs(coordinator, Import(group, list))).Error);
        Assert.IsType<GroupNotRecruiting>((await app.SendAs(coordinator, Read(group, "ЖСН\n1"))).Error);
    }

    [Fact]
    public async Task A_list_thrown_away_or_forgotten_is_gone_with_its_rows()
    {
        var group = await app.Data.OpenGroupAsync();
        var iin = (await TeachersAsync(1))[0].Iin;
        var (thrown, forgotten, failed) = (await SendAsync(group, $"ЖСН\n{iin}"), await SendAsync(group, $"ЖСН\n{iin}"), await SendAsync(group, "ЖСН\n1"));
        await ImportAsync(group, failed);

        Assert.True((await app.SendAs(coordinator, new DiscardListCommand(group.Id, thrown))).IsOk);
        Assert.IsType<ListGone>((await app.SendAs(coordinator, Import(group, thrown))).Error);
        app.Time.Advance(EnrolmentList.KeptFor - TimeSpan.FromMinutes(1));
        await app.SendAsSystem(new DropOldListsCommand());
        Assert.Equal(2, await app.LookAsync(db => db.EnrolmentListRows.CountAsync()));
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.SendAsSystem(new DropOldListsCommand());

        Assert.Equal(0, await app.LookAsync(db => db.EnrolmentListRows.CountAsync()));
        Assert.IsType<ListGone>((await app.SendAs(coordinator, Import(group, forgotten))).Error);
        Assert.Equal(
            [EnrolmentListStatus.Discarded, EnrolmentListStatus.Discarded, EnrolmentListStatus.Imported],
            await app.LookAsync(db => db.EnrolmentLists.OrderBy(l => l.Id).Select(l => l.Status).ToListAsync()));
        Assert.Empty(await EnrolmentsAsync(group));
    }

    [Fact]
    public void Every_remark_has_its_text()
    {
        var factories = typeof(ListRemark).GetMethods(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)
            .Where(m => m.ReturnType == typeof(ListRemark) && m.Name is not ("Fault" or "Notice" or "IinWrong") && !m.IsPrivate);

        Assert.All(factories, factory =>
        {
            var arguments = factory.GetParameters().Select(p => p.ParameterType == typeof(string) ? "" : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null).ToArray();
            Assert.True(TextCatalogue.Has(((ListRemark)factory.Invoke(null, arguments)!).Key), factory.Name);
        });
    }

    [Fact]
    public void The_headings_of_the_sample_are_known_in_each_language() =>
        Assert.All(Enum.GetValues<ListColumn>(), column => Assert.All(
            Enum.GetValues<Language>(),
            language => Assert.Equal(column, ListColumns.Of(TextCatalogue.Get(language, $"enum.ListColumn.{column}")))));

    private static ImportListCommand Import(StudyGroup group, Guid list) => new(group.Id, list, "17-3", DocumentDate);

    private static ReadListQuery Read(StudyGroup group, string text) => new(group.Id, new MemoryStream(Encoding.UTF8.GetBytes(text)), "тізім.csv");

    private async Task<Guid> SendAsync(StudyGroup group, string text)
    {
        var read = (await app.SendAs(coordinator, Read(group, text))).Value;
        return (await app.SendAs(coordinator, new KeepListCommand(Guid.CreateVersion7(), group.Id, read))).Value;
    }

    private async Task<ListView> PreviewAsync(StudyGroup group, Guid list) => (await app.SendAs(coordinator, new GetListQuery(group.Id, list))).Value.List!;

    private async Task<ListOutcome> ImportAsync(StudyGroup group, Guid list) => (await app.SendAs(coordinator, Import(group, list))).Value;

    private Task<Dictionary<Guid, Enrolment>> EnrolmentsAsync(StudyGroup group) =>
        app.LookAsync(db => db.Enrolments.AsNoTracking().Where(e => e.GroupId == group.Id).ToDictionaryAsync(e => e.PersonId));

    private async Task<List<Person>> TeachersAsync(int count)
    {
        var people = new List<Person>();
        for (var i = 0; i < count; i++)
        {
            people.Add(await app.Data.PersonAsync(Role.Teacher));
        }

        return people;
    }
}
