{#
    A table in the file of one run. dbt-duckdb's own builds beside what is there, renames twice and asks for hooks, grants, indexes and comments that
    this project has none of: a sixth of the processor's time of a build. What stands there already (a bare `dbt build` over the last one) goes in the
    transaction that makes the new one: a model that fails leaves it as it was.
#}
{% materialization table, adapter="duckdb" %}
    {%- set target = this.incorporate(type="table") -%}

    {% call statement("main") -%}
        drop table if exists {{ target }};
        {{ create_table_as(False, target, compiled_code, "sql") }}
    {%- endcall %}
    {% do adapter.commit() %}

    {{ return({"relations": [target]}) }}
{% endmaterialization %}
