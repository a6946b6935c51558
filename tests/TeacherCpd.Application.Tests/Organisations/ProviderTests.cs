using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Organisations;

public sealed class ProviderTests : IAsyncLifetime
{
    private TestApp app = null!;
    private World world = null!;
    private Person officer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        officer = await app.Data.PersonAsync(Role.EducationOfficer);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_centre_becomes_valid_with_its_review_and_its_accreditation()
    {
        var centre = world.Region.Under(OrganisationKind.Centre, "C39", TestData.Text("Қостанай орталығы"));
        await app.Data.SaveAsync(centre);
        Assert.Equal(ProviderState.NotReviewed, await StateAsync(centre.Id));

        var review = new RecordQualityReviewCommand(Guid.CreateVersion7(), centre.Id, new DateOnly(2026, 1, 15), ReviewResult.Passed, "№ 3");
        Assert.Null((await app.SendAs(officer, review)).Error);
        Assert.Null((await app.SendAs(officer, review)).Error);
        Assert.Equal(ProviderState.NotAccredited, await StateAsync(centre.Id));
        Assert.Null((await app.SendAs(officer, new AccreditProviderCommand(Guid.CreateVersion7(), centre.Id, "ACQUIN", "A-7", new DateOnly(2026, 1, 1), new DateOnly(2030, 12, 31)))).Error);

        var row = (await app.SendAs(officer, new GetProvidersQuery())).Value.Single(p => p.Id == centre.Id);
        Assert.Equal((ProviderState.Valid, new DateOnly(2026, 1, 15), new DateOnly(2030, 12, 31)), (row.State, row.ReviewedOn, row.AccreditedUntil));
        Assert.Single((await app.SendAs(officer, new GetProviderQuery(centre.Id))).Value.Reviews);
    }

    [Fact]
    public async Task A_branch_serves_the_regions_that_are_said_and_no_others()
    {
        Assert.Null((await app.SendAs(officer, new ServeRegionsCommand(world.Branch.Id, [world.Region.Id, world.OtherRegion.Id, world.Region.Id]))).Error);
        Assert.Null((await app.SendAs(officer, new ServeRegionsCommand(world.Branch.Id, [world.OtherRegion.Id]))).Error);

        var view = (await app.SendAs(officer, new GetProviderQuery(world.Centre.Id))).Value;

        Assert.Equal([world.OtherRegion.Id], view.Branches.Single(b => b.Id == world.Branch.Id).Regions);
        Assert.IsType<NotFound>((await app.SendAs(officer, new ServeRegionsCommand(world.Branch.Id, [world.District.Id]))).Error);
        Assert.IsType<NotFound>((await app.SendAs(officer, new ServeRegionsCommand(world.Centre.Id, [world.Region.Id]))).Error);
    }

    [Fact]
    public async Task Wrong_dates_are_refused_at_their_fields()
    {
        var future = await app.SendAs(officer, new RecordQualityReviewCommand(Guid.CreateVersion7(), world.Centre.Id, new DateOnly(2026, 2, 11), ReviewResult.Passed, "№ 3"));
        var reversed = await app.SendAs(officer, new AccreditProviderCommand(Guid.CreateVersion7(), world.Centre.Id, "ACQUIN", "1", new DateOnly(2026, 1, 1), new DateOnly(2025, 1, 1)));

        Assert.Equal(("Date", "date_in_future"), Fault(future.Error));
        Assert.Equal(("ValidUntil", "ends_before_it_begins"), Fault(reversed.Error));
    }

    [Fact]
    public async Task Only_the_ministry_keeps_the_register_of_providers()
    {
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        foreach (var person in new[] { regional, await app.Data.PersonAsync(Role.Coordinator), await app.Data.PersonAsync(Role.Administrator) })
        {
            Assert.IsType<Forbidden>((await app.SendAs(person, new GetProvidersQuery())).Error);
            Assert.IsType<Forbidden>((await app.SendAs(person, new GetProviderQuery(world.Centre.Id))).Error);
            Assert.IsType<Forbidden>((await app.SendAs(person, new ServeRegionsCommand(world.Branch.Id, []))).Error);
            Assert.IsType<Forbidden>((await app.SendAs(person, new RecordQualityReviewCommand(Guid.CreateVersion7(), world.Centre.Id, new DateOnly(2026, 1, 1), ReviewResult.Passed, "№ 3"))).Error);
        }

        Assert.IsType<NotFound>((await app.SendAs(officer, new GetProviderQuery(world.School.Id))).Error);
        Assert.Equal(1, await app.LookAsync(db => db.Set<QualityReview>().CountAsync()));
    }

    private static (string Field, string Code) Fault(Error? error)
    {
        var fault = Assert.Single(Assert.IsType<InvalidInput>(error).Faults);
        return (fault.Field, fault.Code);
    }

    private async Task<ProviderState> StateAsync(Guid centreId) => (await app.SendAs(officer, new GetProviderQuery(centreId))).Value.State;
}
