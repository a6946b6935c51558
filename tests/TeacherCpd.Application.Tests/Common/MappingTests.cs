using AutoMapper;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Common;

public sealed class MappingTests
{
    [Fact]
    public async Task Every_map_fills_all_of_its_target()
    {
        await using var app = await TestApp.StartAsync();

        await app.UseAsync(services =>
        {
            services.GetRequiredService<IMapper>().ConfigurationProvider.AssertConfigurationIsValid();
            return Task.CompletedTask;
        });
    }
}
